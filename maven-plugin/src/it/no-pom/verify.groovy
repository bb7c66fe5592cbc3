context.get("server").close()

def log = new File(basedir, "build.log").text
assert log.count("pushes a message as agreed (OK)") == 2
assert log.count("[WARNING] -Dwspact.timout has no effect: wspact has no such option. Perhaps wspact.timeout is meant.") == 1
assert log.count("[WARNING] pact.verifier.publishResults is set, but the contracts are read from files") == 1
assert log.count("wspact has no such option") == 1
// Nothing of how it goes on in a run this short.
assert !log.contains("Still verifying")
assert log =~ /\[INFO\] The mock provider listens on ws:\/\/127\.0\.0\.1:\d+/
assert new File(basedir, "target/wspact/results").listFiles().any { it.name.endsWith(".json") }
assert new File(basedir, "target/pacts/ui-feed.json").isFile()
// Without a project Maven names directories by expressions that nothing resolves.
assert basedir.listFiles().every { !it.name.contains('$') }
return true
