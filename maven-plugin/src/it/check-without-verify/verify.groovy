def log = new File(basedir, "build.log").text
assert log.contains("There is nothing to check: this project binds wspact:check, but not wspact:verify, so no contract was verified.")
assert log.contains("[Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException")
return true
