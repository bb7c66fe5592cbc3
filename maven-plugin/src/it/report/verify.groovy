context.get("server").close()

def log = new File(basedir, "build.log").text
assert log.contains("wspact-report.html (2 contracts)")
assert log =~ /There are no results to report on in .*nowhere\. Run wspact:verify first/

def page = { module -> new File(basedir, "${module}/wspact-report.html") }
def said = page("target/wspact").text
assert said.contains("Contracts are broken")
assert said.contains("&quot;12,50&quot;")

// In the site, linked from its list of reports.
assert page("target/site").text == said
assert page("feed/target/site").text.contains("The contract is honored")
assert page("shop/target/site").text.contains("The contract is broken")
assert !page("quiet/target/site").exists()
for (module in ["", "feed/", "shop/"]) {
    def list = new File(basedir, "${module}target/site/project-reports.html").text
    assert list.contains('href="wspact-report.html"')
    assert list.contains("WebSocket contracts")
}
return true
