context.get("server").close()

def log = new File(basedir, "build.log").text
assert log =~ /honest \.+ SUCCESS/
assert log =~ /careless \.+ FAILURE/
assert log =~ /Failed to execute goal dev\.wspact:wspact-maven-plugin:[^:]+:check \(contracts\) on project careless: feed breaks its contract with ui/
assert !log.contains("not marked @threadSafe")

def success = { module ->
    new File(basedir, "${module}/target/wspact/results").listFiles().find { it.name.endsWith(".json") }.text
}
assert success("honest").contains('"success": true')
assert success("careless").contains('"success": false')
return true
