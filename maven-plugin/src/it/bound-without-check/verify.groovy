def log = new File(basedir, "build.log").text
assert log.contains("This project binds wspact:verify (execution contracts) without wspact:check. verify leaves it to check to fail"
        + " the build, after the server has been stopped; without check a broken contract would pass. Add <goal>check</goal> to an"
        + " execution of wspact-maven-plugin; its phase is verify.")
assert log =~ /Failed to execute goal dev\.wspact:wspact-maven-plugin:[^:]+:verify \(contracts\)/
assert log.contains("[Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoExecutionException")
assert !log.contains("Verifying a pact")
assert !new File(basedir, "target/wspact").exists()
return true
