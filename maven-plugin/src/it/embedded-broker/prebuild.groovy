import dev.wspact.maven.FeedServer
import dev.wspact.maven.ServedBroker

new File(basedir, "target/store").deleteDir()
new File(basedir, "target/served").deleteDir()
def broker = new ServedBroker(new File(basedir, "target/served").toPath(), "reader", "s3cret")
context.put("broker", broker)
def server = new FeedServer()
context.put("server", server)
new File(basedir, "test.properties").text = """served.url=${broker.url()}
feed.port=${server.port()}
"""
return true
