import dev.wspact.maven.BrokerDouble

def broker = new BrokerDouble()
context.put("broker", broker)
new File(basedir, "test.properties").text = """pactbroker.url=${broker.url()}
pact.broker.token=t0k
pacticipant=ui
pacticipantVersion=c1
pact.projectVersion=c1
wspact.pactDirectory=pacts
"""
return true
