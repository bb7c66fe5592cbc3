context.get("server").close()

assert new File(basedir, "target/server-stopped").text == "yes"

def log = new File(basedir, "build.log").text
assert log.contains('but was        : "12,50" (a string)')
assert log.contains("The build goes on until wspact:check, so that the server can be stopped.")
assert log =~ /Failed to execute goal dev\.wspact:wspact-maven-plugin:[^:]+:check \(contracts\) .*feed breaks its contract with ui \(1 of 1 interactions\):/
assert log =~ /Failed to execute goal dev\.wspact:wspact-maven-plugin:[^:]+:verify \(contracts\) .*feed breaks its contract with ui \(1 of 1 interactions\):/
assert log.count("[Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException") == 2
assert log.contains("The build goes on, since maven.test.failure.ignore is set.")

def results = new File(basedir, "target/wspact/results").listFiles()
assert results.find { it.name.endsWith(".json") }.text.contains('"success": false')
return true
