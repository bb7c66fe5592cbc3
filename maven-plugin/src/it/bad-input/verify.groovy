def log = new File(basedir, "build.log").text

assert log =~ /There are no contracts at .*src.contract\. Create it, or point <contracts> \(-Dwspact\.contracts\) at the file or directory/
assert log =~ /bad-input.empty: there is no contract in this directory/
assert log =~ /feed\.contract\.yaml:3.*recieves/
assert log =~ /broken-json.ui-feed\.json/
assert log.contains('wspact.url is "127.0.0.1:1/feed"')
assert log.contains("nobody")
assert log.count("[Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException") == 6
assert log.count("[Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoExecutionException") == 1
assert !log.contains("something unforeseen")
return true
