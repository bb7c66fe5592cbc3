context.get("server").close()

def log = new File(basedir, "build.log").text
assert log.count("Verifying a pact between ui and feed") == 2
assert log.contains("pushes a message as agreed (OK)")
assert log.contains("wspact:contracts") && log.contains("wspact:check")
// Maven 4 remarks on remote repositories that it cannot ask for their prefixes; that is no word of ours
assert !log.readLines().any { it.startsWith("[WARNING]") && !it.contains("Could not transfer metadata /.meta/prefixes.txt") }

def results = new File(basedir, "target/wspact/results").listFiles()
assert results.count { it.name.endsWith(".json") } == 1
assert results.find { it.name.endsWith(".json") }.text.contains('"success": true')
assert results.count { it.name ==~ /TEST-.*\.xml/ } == 1
return true
