def broker = context.get("broker")
broker.close()
context.get("server").close()

def log = new File(basedir, "build.log").text
assert log.contains("Pact successfully published for ui version c1 and provider feed.")
assert log.contains("Created the environment production.")
assert log.contains("Computer says yes \\o/")
assert log.contains("ui       | c1        | feed     | p1        | true     |")
assert log.contains("Recorded that version c1 of ui is deployed to production.")
assert log.contains("Tagged version c1 of ui with prod.")
// maven.test.skip does not open the gate
assert log.contains("No: because of false")
assert log.contains("Not known yet: because of null")
assert log.count("[Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException") == 2
assert log =~ /GET http:\/\/127\.0\.0\.1:1\/ was not answered: nothing listens there/
assert log.count("[Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoExecutionException") == 1
assert !log.contains("t0k")

def asked = broker.requests().collect { it.toString() }
assert asked.every { it.endsWith(" Bearer t0k") }
assert asked.count { it.startsWith("GET /matrix?q[][pacticipant]=ui&q[][version]=c1&latestby=cvp&latest=true&mainBranch=true ") } == 2
assert log.contains("Pact between ui (c1) and feed: latest from main branch")
assert log.count("Published for ui: success") == 2
assert asked.count { it.startsWith("PUT /pacticipants/feed/branches/main/versions/p1 ") } == 2
assert asked.count { it.startsWith("POST /results ") } == 2
assert asked.any { it.startsWith("PUT /pacticipants/ui/versions/c1/tags/prod ") }
return true
