context.get("server").close()

def log = new File(basedir, "build.log").text
assert log.count("pushes a message as agreed (OK)") == 2
assert new File(basedir, "target/wspact/results").listFiles().any { it.name.endsWith(".json") }
assert new File(basedir, "target/pacts/ui-feed.json").isFile()
// Without a project Maven names directories by expressions that nothing resolves.
assert basedir.listFiles().every { !it.name.contains('$') }
return true
