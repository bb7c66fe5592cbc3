assert new File(basedir, "target/server-stopped").text == "yes"

def log = new File(basedir, "build.log").text
assert log =~ /Failed to execute goal dev\.wspact:wspact-maven-plugin:[^:]+:check \(contracts\) .*The contract of ui with feed could not be judged \(1 of 1 interactions\):/
assert log.contains("ws://127.0.0.1:1/nobody")
assert log.contains("[Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoExecutionException")
return true
