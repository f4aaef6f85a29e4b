package dev.sanguine.query.drafts;

import static org.junit.Assert.assertEquals;

import dev.sanguine.query.TemporaryIds;
import dev.sanguine.query.options.MutationOptions;
import org.junit.Test;

/** A draft of a record that the server has not named yet. */
public class DraftOfNewRecordTest extends DraftCase {
  private MutationOptions create() {
    return change("create", (intent, variables) -> {
      TemporaryIds.temporary(intent, "tmp-1", null);
      intent.append(key("list"), variables);
      return undefined();
    });
  }

  private DraftOptions ofNew() {
    return DraftOptions.of(key("list")).record("order", "tmp-1").mutation(save());
  }

  @Test
  public void whatIsTypedGoesOnUnderTheRealId() {
    cache("list", "[]");
    mutate(create(), json("{'id':'tmp-1','title':''}"));
    DraftObserver form = form(ofNew());
    form.set("title", "A");
    answer("create", "{'id':7,'title':''}");
    assertEquals("A dirty", field(form, "title"));
    assertEquals(7.0, form.getCurrentResult().id);
    DraftObserver later = form(DraftOptions.of(key("list")).record("order", 7.0).mutation(save()));
    assertEquals("A dirty", field(later, "title"));
    form.save(null);
    assertEquals("{'id':7,'title':'A'}", sent("save"));
    assertEquals("[{'id':7,'title':'A'}]", view("list"));
  }

  @Test
  public void aSecondFormGoesOnUnderTheRealId() {
    cache("list", "[]");
    mutate(create(), json("{'id':'tmp-1','title':''}"));
    DraftObserver first = form(ofNew());
    DraftObserver second = form(ofNew());
    second.set("title", "A");
    answer("create", "{'id':7,'title':''}");
    assertEquals("A dirty", field(second, "title"));
    assertEquals("A dirty", field(first, "title"));
    second.set("title", "AB");
    assertEquals("AB dirty", field(first, "title"));
  }

  @Test
  public void aDetailPageUnderTheTemporaryIdGoesOnUnderTheRealOne() {
    mutate(
        change("create", (intent, variables) -> {
          TemporaryIds.temporary(intent, "tmp-1", null);
          intent.set(key("detail", "tmp-1"), variables);
          return undefined();
        }),
        json("{'id':'tmp-1','title':'t0'}"));
    DraftObserver form = form(DraftOptions.of(key("detail", "tmp-1")).mutation(save()));
    form.set("title", "A");
    assertEquals("{'id':'tmp-1','title':'A'}", shown(form));
    answer("create", "{'id':7,'title':'t0'}");
    client.setQueryData(key("detail", 7.0), json("{'id':7,'title':'t0','status':'s0'}"), null);
    assertEquals("{'id':7,'title':'A','status':'s0'}", shown(form));
    assertEquals(
        "A dirty", field(form(DraftOptions.of(key("detail", 7.0)).mutation(save())), "title"));
    form.save(null);
    assertEquals("{'title':'A'}", sent("save"));
    assertEquals(
        "{'id':7,'title':'A','status':'s0'}", text(client.getQueryData(key("detail", 7.0))));
  }

  @Test
  public void aSaveWaitsUntilTheServerHasNamedTheRecord() {
    cache("list", "[]");
    mutate(create(), json("{'id':'tmp-1','title':''}"));
    DraftObserver form = form(ofNew());
    form.set("title", "A");
    form.save(null);
    settle();
    assertEquals(0, network.count("save"));
    assertEquals("[{'id':'tmp-1','title':'A'}]", view("list"));
    form.set("title", "AB");
    answer("create", "{'id':7,'title':''}");
    assertEquals("{'id':7,'title':'A'}", sent("save"));
    assertEquals("AB dirty", field(form, "title"));
    assertEquals("[{'id':7,'title':'A'}]", view("list"));
    form.save(null);
    answer("save", "{'id':7,'title':'A'}");
    assertEquals("{'id':7,'title':'AB'}", sent("save"));
  }
}
