import dev.wspact.maven.FeedServer

def server = new FeedServer()
context.put("server", server)
new File(basedir, "test.properties").text = "wspact.url=ws://127.0.0.1:${server.port()}/good\n"
return true
