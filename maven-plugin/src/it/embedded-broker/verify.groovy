context.get("broker").close()
context.get("server").close()

def log = new File(basedir, "build.log").text
def builds = log.split("Building embedded-broker")
assert builds.length == 6

// 1: of another process
assert builds[1].contains("Pact successfully published for ui version c1 and provider feed.")
assert builds[1].contains("Published for ui: success")
assert builds[1].contains("Computer says yes \\o/")
assert !builds[1].contains("No broker is configured")

// 2: of one's own, told by every goal that uses it; the contract is broken, and the gate stays shut
assert builds[2].count("[INFO] No broker is configured: the embedded one in ${new File(basedir, 'target/store')} is used.") == 6
assert builds[2].contains("Recorded that version c1 of ui is deployed to production.")
assert builds[2] =~ /There are no contracts at .*src.contracts, so the broker's are verified\./
assert builds[2].contains('but was        : "12,50" (a string)')
assert builds[2].contains("Published for ui: failure")
assert builds[2].contains("Computer says no")
assert builds[2].contains("ui       | c1        | feed     | p1        | false    | 1")
assert builds[2] =~ /Failed to execute goal dev\.wspact:wspact-maven-plugin:[^:]+:can-i-deploy \(gate\) .*No: The verification for the pact between the version of ui currently in production \(c1\) and version p1 of feed failed/
assert builds[2].contains("MojoFailureException")
assert new File(basedir, "target/server-stopped").text == "yes"

// 3 and 4: in CI it must be asked for
assert builds[3].contains("No broker is configured, and this is a build of a CI system (the environment variable CI is set)")
assert builds[3].contains("MojoExecutionException")
assert builds[4].count("is used, since wspact.broker is embedded.") == 3
assert builds[4].contains("Published for ui: success")
assert builds[4].contains("ui       | c1        | feed     | p2        | true     | 1")
assert builds[4].contains("Computer says yes \\o/")

// 5: what an earlier build has found says nothing of this one
assert builds[5].contains("[WARNING] No result is published: nothing was verified in this build.")
assert !builds[5].contains("Publishing")

assert !log.contains("s3cret")
return true
