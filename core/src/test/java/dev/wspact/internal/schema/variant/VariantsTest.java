package dev.wspact.internal.schema.variant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wspact.internal.json.StrictJson;
import dev.wspact.internal.schema.MessageSchema;
import dev.wspact.internal.time.Deadline;
import dev.wspact.message.JsonText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantsTest {
    @Test
    void each_optional_member_is_absent_once() throws Exception {
        assertThat(variants(
                        "{'type':'object','required':['a'],'properties':{'a':{'const':1},'b':{'const':2},'c':{'const':3}}}",
                        "{'a':1,'b':2,'c':3}"))
                .containsExactly("{\"a\":1,\"b\":2,\"c\":3}", "{\"a\":1,\"c\":3}", "{\"a\":1,\"b\":2}");
    }

    @Test
    void a_member_that_the_example_leaves_out_is_there_once() throws Exception {
        assertThat(variants("{'type':'object','properties':{'a':{'type':'integer','minimum':5}}}", "{}"))
                .containsExactly("{}", "{\"a\":5}");
    }

    @Test
    void each_value_of_an_enum_is_there_at_any_depth() throws Exception {
        assertThat(variants(
                        "{'properties':{'list':{'items':{'$ref':'#/$defs/color'},'minItems':1,'maxItems':1}},'required':['list'],"
                                + "'$defs':{'color':{'enum':['red','green','blue']}}}",
                        "{'list':['red']}"))
                .containsExactly("{\"list\":[\"red\"]}", "{\"list\":[\"green\"]}", "{\"list\":[\"blue\"]}");
    }

    @Test
    void each_branch_of_a_one_of_is_there() throws Exception {
        assertThat(variants(
                        "{'type':'object','required':['type'],'oneOf':[{'properties':{'type':{'const':'a'},'n':{'type':'integer',"
                                + "'minimum':1,'maximum':1}},'required':['type','n']},{'properties':{'type':{'const':'b'}},"
                                + "'required':['type']}]}",
                        "{'type':'a','n':1}"))
                .containsExactly("{\"type\":\"a\",\"n\":1}", "{\"type\":\"b\",\"n\":1}", "{\"type\":\"b\"}");
    }

    @Test
    void numbers_and_texts_are_at_their_bounds() throws Exception {
        assertThat(variants("{'type':'integer','minimum':-3,'exclusiveMaximum':9}", "4"))
                .containsExactly("4", "-3", "-2", "8");
        assertThat(variants("{'type':'number','minimum':0,'maximum':1}", "0.25"))
                .containsExactly("0.25", "0", "0.5", "1");
        assertThat(variants("{'type':'string','minLength':2,'maxLength':5}", "'abc'"))
                .containsExactly("\"abc\"", "\"ab\"", "\"abcab\"");
        assertThat(variants("{'type':['boolean','null']}", "true")).containsExactly("true", "false", "null");
    }

    @Test
    void nothing_that_is_not_valid_is_made_and_schemas_that_refer_to_themselves_end() throws Exception {
        String schema = "{'$ref':'#/$defs/node','$defs':{'node':{'type':'object','required':['id'],'properties':{'id':"
                + "{'type':'string','pattern':'^[a-z]+$'},'kids':{'type':'array','items':{'$ref':'#/$defs/node'}}}}}}";
        List<JsonText> variants =
                Variants.of(json(schema), StrictJson.read("{\"id\":\"a\",\"kids\":[{\"id\":\"b\"}]}"));

        assertThat(variants).hasSizeBetween(4, Variants.MOST);
        MessageSchema judge = MessageSchema.compile(StrictJson.read(json(schema)));
        assertThat(variants).allSatisfy(variant -> assertThat(
                        judge.validate(StrictJson.read(variant), Deadline.after(Duration.ofSeconds(10))))
                .isEmpty());
    }

    private static List<String> variants(String schema, String example) throws Exception {
        return Variants.of(json(schema), StrictJson.read(json(example))).stream()
                .map(JsonText::value)
                .toList();
    }

    private static JsonText json(String text) {
        return new JsonText(text.replace('\'', '"'));
    }
}
