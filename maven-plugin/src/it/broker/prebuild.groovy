import dev.wspact.maven.BrokerDouble
import dev.wspact.maven.FeedServer

def broker = new BrokerDouble(new File(basedir, "pacts/ui-feed.json").text)
context.put("broker", broker)
def server = new FeedServer()
context.put("server", server)
new File(basedir, "test.properties").text = """pactbroker.url=${broker.url()}
pact.broker.token=t0k
pacticipant=ui
pacticipantVersion=c1
pact.projectVersion=c1
wspact.pactDirectory=pacts
wspact.url=ws://127.0.0.1:${server.port()}
pact.provider.version=p1
pact.provider.branch=main
"""
return true
