def pact = new File(basedir, "target/pacts/ui-feed.json").text
assert pact.contains('"type": "Asynchronous/Messages"')
assert pact.contains('"description": "a tick"')
assert !new File(basedir, "target/none").exists()

def log = new File(basedir, "build.log").text
assert log =~ /ui with feed: .*ui-feed\.json \(1 interactions\)/
assert log =~ /Failed to execute goal dev\.wspact:wspact-maven-plugin:[^:]+:contracts \(contracts\) .*feed\.contract\.yaml:6/
assert log =~ /There are no contracts at .*missing\. Create it/
assert log.contains("[WARNING] Contracts are not compiled: maven.test.skip is set.")
assert log.count("[Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException") == 2
return true
