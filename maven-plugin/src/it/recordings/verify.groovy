context.get("server").close()

def log = new File(basedir, "build.log").text
assert log.contains("1 connection with 1 message recorded into ")
assert log.contains("enough messages were recorded.")
// Of the live verification, and of both recordings.
assert log.count("pushes a message as agreed (OK)") == 3
assert log.contains("1 interactions are drafted in ")
assert new File(basedir, "own.jsonl").readLines().first() == '{"line":"recording","version":1}'
assert new File(basedir, "target/wspact/draft/feed.contract.yaml").text.startsWith("# DRAFT, inferred by wspact from 2 messages")
for (results in ["target/wspact/results", "target/draft", "target/again"]) {
    assert new File(basedir, results).listFiles().any { it.name.endsWith(".json") }
}
assert new File(basedir, "target/again").listFiles().findAll { it.name.endsWith(".json") }.every { it.text.contains("judged from the recording ") }
return true
