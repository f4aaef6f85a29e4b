package dev.sanguine.query.records;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Seq;
import dev.sanguine.query.options.QueryFilters;
import dev.sanguine.query.options.QueryOptions;
import dev.sanguine.query.options.RecordsOption;
import org.junit.Test;

/** Infinite lists, later pages, nested records, and lists that say in their keys what they were asked for with. */
public class PagesTest extends RecordCase {
  private static final String TWO_PAGES =
      "{'pages':[{'docs':[{'id':1},{'id':3}],'totalDocs':9},{'docs':[{'id':5},{'id':7}],'totalDocs':9}],"
          + "'pageParams':[1,2]}";

  @Test
  public void aNewRecord_comesIntoThePageOfItsPlace_andEveryPageCountsIt() {
    list("all", "{'sort':'id'}", TWO_PAGES);
    mutate(add("A", "{'id':4}"));
    assertEquals(
        "{'pages':[{'docs':[{'id':1},{'id':3}],'totalDocs':10},"
            + "{'docs':[{'id':4},{'id':5},{'id':7}],'totalDocs':10}],'pageParams':[1,2]}",
        view("all"));
    mutate(add("B", "{'id':8}"));
    assertEquals(
        "{'pages':[{'docs':[{'id':1},{'id':3}],'totalDocs':11},"
            + "{'docs':[{'id':4},{'id':5},{'id':7}],'totalDocs':11}],'pageParams':[1,2]}",
        view("all"));
    fail("A");
    fail("B");
    assertEquals(TWO_PAGES, view("all"));
  }

  @Test
  public void aCopyOnTwoPages_leavesBoth_andIsCountedOnce() {
    list(
        "all",
        "{'sort':'id'}",
        "{'pages':[{'docs':[{'id':1},{'id':3}],'totalDocs':9},{'docs':[{'id':3},{'id':7}],'totalDocs':9}]}");
    mutate(orders("A", intent -> intent.record("order", 3.0).remove()));
    assertEquals(
        "{'pages':[{'docs':[{'id':1}],'totalDocs':8},{'docs':[{'id':7}],'totalDocs':8}]}",
        view("all"));
  }

  @Test
  public void aRecordThatSortsElsewhere_movesToAnotherPage() {
    list(
        "top",
        "{'sort':'-n'}",
        "{'pages':[{'docs':[{'id':1,'n':9},{'id':2,'n':7}]},{'docs':[{'id':3,'n':5},{'id':4,'n':3}]}]}");
    mutate(merge("A", 4.0, "{'n':8}"));
    assertEquals(
        "{'pages':[{'docs':[{'id':1,'n':9},{'id':4,'n':8},{'id':2,'n':7}]},{'docs':[{'id':3,'n':5}]}]}",
        view("top"));
  }

  @Test
  public void aLaterPage_takesNothingThatComesBeforeIt() {
    list(
        "second", "{'sort':'id','limit':2}", "{'docs':[{'id':5},{'id':7}],'totalDocs':9,'page':2}");
    mutate(add("A", "{'id':4}"));
    assertEquals("5 | 7", ids("second"));
    mutate(add("B", "{'id':6}"));
    assertEquals("5 | 6", ids("second"));
  }

  @Test
  public void aListThatWasAskedForWithConditions_knowsThemFromItsKey() {
    client.setQueryDefaults(key("orders"), new QueryOptions().records(orders("{}")));
    Object open = keyOf(
        "orders",
        json("{'where':{'status':{'equals':'open'},'or':[{'total':{'greater_than':10}},"
            + "{'customer.vip':{'equals':true}}]},'sort':'-total','limit':2}"));
    client.setQueryData(
        open,
        json(
            "{'docs':[{'id':1,'status':'open','total':50},{'id':2,'status':'open','total':20}],'totalDocs':2}"),
        null);
    mutate(add("A", "{'id':3,'status':'open','total':5,'customer':{'vip':true}}"));
    mutate(add("B", "{'id':4,'status':'open','total':30}"));
    mutate(add("C", "{'id':5,'status':'open','total':7,'customer':{'vip':false}}"));
    assertEquals(
        "{'docs':[{'id':1,'status':'open','total':50},{'id':4,'status':'open','total':30}],'totalDocs':4}",
        text(client.getQueryData(open)));
    client.removeQueries(QueryFilters.of(open));
  }

  @Test
  public void withoutAnOrder_newRecordsComeToTheEnd_orToTheStart() {
    list("end", "{}", "[{'id':1}]");
    list("start", "{'add':'start'}", "[{'id':1}]");
    mutate(add("A", "{'id':0}"));
    assertEquals("1 | 0", ids("end"));
    assertEquals("0 | 1", ids("start"));
  }

  // Records inside records

  @Test
  public void aCommentInAPost_isChanged_andThePostOfTheSameNumberIsNot() {
    posts();
    mutate(orders("A", intent -> intent.record("comment", 1.0).merge(json("{'t':'X'}"))));
    assertEquals(
        "[{'id':1,'comments':[{'id':1,'post':1,'t':'X'},{'id':3,'post':1,'t':'b'}]},{'id':2,'comments':[]}]",
        view("posts"));
    mutate(orders("B", intent -> intent.record("post", 1.0).merge(json("{'title':'P'}"))));
    fail("A");
    assertEquals(
        "[{'id':1,'comments':[{'id':1,'post':1,'t':'a'},{'id':3,'post':1,'t':'b'}],'title':'P'},"
            + "{'id':2,'comments':[]}]",
        view("posts"));
  }

  @Test
  public void recordsInsideRecordsOfTheirOwnType_areFound() {
    RecordsOption replies = new RecordsOption();
    replies.of = "comment";
    replies.list = "replies";
    replies.parent = "to";
    replies.nested = Seq.of(replies);
    RecordsOption thread = new RecordsOption();
    thread.of = "comment";
    thread.where = json("{'to':{'equals':null}}");
    thread.nested = Seq.of(replies);
    client.setQueryDefaults(key("thread"), new QueryOptions().records(thread));
    cache("thread", "[{'id':1,'to':null,'replies':[{'id':2,'to':1,'replies':[]}]}]");
    mutate(orders("A", intent -> intent.add("comment", json("{'id':3,'to':2}"))));
    mutate(orders("B", intent -> intent.record("comment", 3.0).merge(json("{'t':'x'}"))));
    assertEquals(
        "[{'id':1,'to':null,'replies':[{'id':2,'to':1,'replies':[{'id':3,'to':2,'t':'x'}]}]}]",
        view("thread"));
  }

  @Test
  public void aNewComment_comesToItsPost() {
    posts();
    mutate(orders("A", intent -> intent.add("comment", json("{'id':2,'post':1,'t':'new'}"))));
    assertEquals(
        "[{'id':1,'comments':[{'id':1,'post':1,'t':'a'},{'id':2,'post':1,'t':'new'},{'id':3,'post':1,'t':'b'}]},"
            + "{'id':2,'comments':[]}]",
        view("posts"));
  }

  @Test
  public void aCommentThatMoves_leavesOnePostForAnother() {
    posts();
    mutate(orders("A", intent -> intent.record("comment", 3.0).merge(json("{'post':2}"))));
    assertEquals(
        "[{'id':1,'comments':[{'id':1,'post':1,'t':'a'}]},{'id':2,'comments':[{'id':3,'post':2,'t':'b'}]}]",
        view("posts"));
    fail("A");
    assertEquals(
        "[{'id':1,'comments':[{'id':1,'post':1,'t':'a'},{'id':3,'post':1,'t':'b'}]},{'id':2,'comments':[]}]",
        view("posts"));
  }
}
