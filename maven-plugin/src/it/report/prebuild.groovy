import dev.wspact.maven.FeedServer

def server = new FeedServer()
context.put("server", server)
new File(basedir, "test.properties").text = "feed.port=${server.port()}\n"
return true
