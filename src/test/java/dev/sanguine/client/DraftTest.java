package dev.sanguine.client;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;

import dev.sanguine.env.Seq;
import dev.sanguine.html.HtmlText;
import dev.sanguine.html.Tag;
import dev.sanguine.json.Json;
import org.junit.Before;
import org.junit.Test;

/** Forms, through the typed client. */
public class DraftTest extends ClientCase {
  private static final Records<Object> TYPE = Records.of("event");
  private final Seq<Object> sent = new Seq<>();

  private final Mutation<Object, Object> save = Mutation.<Object, Object>of((fields, context) -> {
        sent.add(fields);
        return send("save");
      })
      .resync(false);

  private Draft<Object> draft;

  @Before
  public void aForm() {
    client.setQueryData(EVENTS, json("[{'id':1,'title':'t0','seats':5},{'id':2}]"));
    draft = client.observeDraft(Form.of(EVENTS, 1, save).record(TYPE, 1));
    atEnd(draft.subscribe(now -> {}));
    atEnd(client::clear);
  }

  @Test
  public void aDraft_isTypedAndSaved() {
    draft.field("title").set("A");
    assertEquals("{'id':1,'title':'A','seats':5}", text(draft.value()));
    assertTrue(draft.isDirty());
    assertEquals("title", draft.fields().get(0));
    Seen<Object> answer = see(draft.save());
    assertEquals("saving", draft.field("title").state());
    assertTrue(draft.isSaving());
    assertEquals("{'id':1,'title':'A'}", text(sent.get(0)));
    answer("save", "done");
    assertEquals("done", answer.value);
    assertEquals("saved", draft.field("title").state());
    assertEquals(1.0, draft.id());
  }

  @Test
  public void whatIsTyped_isToldInTheSameCall_andAListenerThatThrowsIsReported() {
    Seq<String> told = new Seq<>();
    atEnd(draft.subscribe(now -> told.add(text(now.value()))));
    draft.field("title").set("A");
    assertEquals(1, told.size());
    assertEquals("{'id':1,'title':'A','seats':5}", told.get(0));
  }

  @Test
  public void aField_isWhatAnElementShows() {
    DraftField title = draft.field("title");
    title.entered();
    title.typed("A");
    assertEquals("A", title.text());
    assertEquals("t0", title.base());
    assertTrue(title.isDirty());
    see(title.save());
    Object refused = json("{'errors':[{'path':'title','message':'Too short'}]}");
    network.pending("save").fail(refused);
    world.advance(0);
    assertTrue(title.isInvalid());
    assertEquals("Too short", title.message());
    assertSame(refused, draft.error());
    title.left();
    title.discard();
    assertEquals("t0", title.text());
    assertEquals("", title.message());
    assertFalse(draft.isDirty());
  }

  @Test
  public void aNumberAndACheckbox_areShownAsSuch() {
    assertEquals("5", draft.field("seats").text());
    assertEquals("", draft.field("nothing").text());
    draft.field("done").checked(true);
    assertTrue(draft.field("done").isChecked());
    assertEquals(true, draft.field("done").value());
  }

  // snippet: draft-form
  private Tag form(Draft<Object> draft) {
    DraftField title = draft.field("title");
    return Tag.of("form")
        .add(
            Tag.of("input").field(title),
            Tag.messageOf(title),
            Tag.of("button")
                .flag("disabled", !draft.isDirty())
                .on("click", event -> draft.save())
                .text("Save"));
  }
  // end

  @Test
  public void aTemplate_showsAField() {
    Seq<String> said = new Seq<>();
    // snippet: draft
    Draft<Object> draft = client.observeDraft(Form.of(EVENTS, 1, save).record(TYPE, 1));
    draft.field("title").set("A");
    draft.save().onError(error -> said.add(draft.field("title").message()));
    // end
    assertTrue(HtmlText.of(form(draft)).startsWith("<form><input name=\"title\" value=\"A\">"));
    world.advance(0);
    fail("save");
    assertEquals("save failed", said.get(0));
  }

  @Test
  public void somebodyElsesText_isToldAndDecided() {
    draft.field("title").set("A");
    client.setQueryData(EVENTS, json("[{'id':1,'title':'theirs'}]"));
    assertEquals("theirs", draft.field("title").theirs());
    see(draft.field("title").resolve(Resolution.theirs()));
    assertEquals("theirs", draft.field("title").text());
    assertNull(draft.field("title").theirs());
  }

  @Test
  public void aMutationWithVariablesOfItsOwn_savesThem() {
    Mutation<String, Object> rename = Mutation.<String, Object>of((title, context) -> {
          sent.add(title);
          return send("save");
        })
        .resync(false);
    Draft<Object> other = client.observeDraft(Form.of(EVENTS, 2, save)
        .saveBy(rename, (fields, id) -> id + "=" + Json.get(fields, "title"))
        .errors(error -> null));
    other.field("title").set("B");
    see(other.save());
    assertTrue(String.valueOf(sent.get(0)).endsWith("=B"));
    assertEquals("B", Json.get(Json.items(client.getQueryData(EVENTS)).get(1), "title"));
    fail("save");
    other.discard();
  }

  @Test
  public void aFormOfAQueriesOwnRecord_needsNoList() {
    QueryKey<Object> settings = QueryKey.of("settings");
    client.setQueryData(settings, json("{'color':'red'}"));
    Draft<Object> form = client.observeDraft(Form.of(settings, save));
    form.field("color").set("blue");
    see(form.save());
    assertEquals("{'color':'blue'}", text(sent.get(0)));
    assertEquals("{'color':'blue'}", text(client.getQueryData(settings)));
    answer("save", null);
  }
}
