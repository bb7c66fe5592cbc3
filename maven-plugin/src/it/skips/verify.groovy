def log = new File(basedir, "build.log").text
for (property in ["wspact.skip", "skipITs", "skipTests", "maven.test.skip"]) {
    assert log.count("[WARNING] Contracts are not verified: ${property} is set.") == 1
    assert log.count("[WARNING] Contracts are not checked: ${property} is set.") == 1
}
assert log.count("[WARNING]") == 8
assert !log.contains("Verifying a pact")
return true
