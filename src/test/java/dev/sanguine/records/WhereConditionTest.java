package dev.sanguine.records;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

/** Payload's conditions, judged on the client: every operator; and what only the server can say is unknown. */
public class WhereConditionTest extends RecordsCase {
  private Holds holds(String where, String record) {
    return new WhereCondition(env.values, json(where)).of(json(record), null);
  }

  private void yes(String where, String record) {
    assertEquals(where + " of " + record, Holds.YES, holds(where, record));
  }

  private void no(String where, String record) {
    assertEquals(where + " of " + record, Holds.NO, holds(where, record));
  }

  private void unknown(String where, String record) {
    assertEquals(where + " of " + record, Holds.UNKNOWN, holds(where, record));
  }

  // Equal

  @Test
  public void equals_goesByTheText_andTellsWordsApart() {
    yes("{'status':{'equals':'open'}}", "{'status':'open'}");
    no("{'status':{'equals':'open'}}", "{'status':'Open'}");
    yes("{'n':{'equals':'5'}}", "{'n':5}");
    yes("{'n':{'equals':5}}", "{'n':'5'}");
    no("{'n':{'equals':5}}", "{'n':50}");
    yes("{'vip':{'equals':'true'}}", "{'vip':true}");
    no("{'vip':{'equals':'true'}}", "{'vip':false}");
  }

  @Test
  public void aValueAlone_isEquals() {
    yes("{'status':'open'}", "{'status':'open'}");
    no("{'vip':true}", "{'vip':false}");
  }

  @Test
  public void notEquals_isTheOpposite_alsoOfNull() {
    yes("{'status':{'not_equals':'open'}}", "{'status':'paid'}");
    no("{'status':{'not_equals':'open'}}", "{'status':'open'}");
    yes("{'status':{'not_equals':'open'}}", "{'status':null}");
  }

  @Test
  public void null_equalsNull_alsoAsAWord() {
    yes("{'at':{'equals':null}}", "{'at':null}");
    yes("{'at':{'equals':'null'}}", "{'at':null}");
    no("{'at':{'equals':null}}", "{'at':'today'}");
    no("{'at':{'not_equals':null}}", "{'at':null}");
    no("{'at':{'equals':'today'}}", "{'at':null}");
  }

  @Test
  public void inAndNotIn_takeAList_orATextWithCommas() {
    yes("{'status':{'in':['open','paid']}}", "{'status':'paid'}");
    no("{'status':{'in':['open','paid']}}", "{'status':'void'}");
    yes("{'status':{'in':'open, paid'}}", "{'status':'paid'}");
    yes("{'n':{'in':'1,2,3'}}", "{'n':2}");
    no("{'status':{'in':[]}}", "{'status':'open'}");
    no("{'status':{'not_in':['open','paid']}}", "{'status':'paid'}");
    yes("{'status':{'not_in':'open,paid'}}", "{'status':'void'}");
    yes("{'status':{'not_in':['open']}}", "{'status':null}");
  }

  @Test
  public void exists_isWhetherThereIsAValue() {
    yes("{'at':{'exists':true}}", "{'at':'today'}");
    no("{'at':{'exists':true}}", "{'at':null}");
    yes("{'at':{'exists':false}}", "{'at':null}");
    yes("{'at':{'exists':'false'}}", "{'at':null}");
    no("{'at':{'exists':'false'}}", "{'at':0}");
  }

  // Order

  @Test
  public void order_ofNumbers_alsoIfTheyAreAskedForAsTexts() {
    yes("{'n':{'greater_than':5}}", "{'n':6}");
    no("{'n':{'greater_than':5}}", "{'n':5}");
    yes("{'n':{'greater_than_equal':'5'}}", "{'n':5}");
    yes("{'n':{'less_than':'10'}}", "{'n':9.5}");
    no("{'n':{'less_than':'10'}}", "{'n':10}");
    yes("{'n':{'less_than_equal':'-1.5e1'}}", "{'n':-15}");
  }

  @Test
  public void order_ofDates_isThatOfTheirTexts() {
    yes("{'at':{'greater_than':'2026-01-31T10:00:00.000Z'}}", "{'at':'2026-02-01T00:00:00.000Z'}");
    no("{'at':{'less_than':'2026-01-31T10:00:00.000Z'}}", "{'at':'2026-02-01T00:00:00.000Z'}");
  }

  @Test
  public void aDateWithoutATime_isItsMidnight() {
    yes("{'at':{'less_than_equal':'2026-02-01'}}", "{'at':'2026-02-01T00:00:00.000Z'}");
    no("{'at':{'greater_than':'2026-02-01'}}", "{'at':'2026-02-01T00:00:00.000Z'}");
    yes("{'at':{'greater_than':'2026-02-01'}}", "{'at':'2026-02-01T00:00:00.001Z'}");
    yes("{'at':{'equals':'2026-02-01'}}", "{'at':'2026-02-01T00:00:00.000Z'}");
    yes("{'at':{'less_than':'2026-02-01T00:00:01Z'}}", "{'at':'2026-02-01T00:00:00.999Z'}");
  }

  @Test
  public void aDateOfAnotherZone_isTheServersToCompare() {
    unknown(
        "{'at':{'less_than':'2026-02-01T02:00:00+02:00'}}", "{'at':'2026-02-01T01:00:00.000Z'}");
  }

  @Test
  public void nothingIsGreaterOrLessThanNull() {
    no("{'n':{'greater_than':-1}}", "{'n':null}");
    no("{'n':{'less_than_equal':1}}", "{'n':null}");
  }

  @Test
  public void whatHasNoOrder_isUnknown() {
    unknown("{'n':{'greater_than':5}}", "{'n':'many'}");
    unknown("{'n':{'greater_than':'many'}}", "{'n':5}");
    unknown("{'n':{'greater_than':5}}", "{'n':{'of':'another kind'}}");
  }

  // Texts

  @Test
  public void contains_looksForTheText_withoutCase() {
    yes("{'name':{'contains':'ANN'}}", "{'name':'Joanna'}");
    no("{'name':{'contains':'ann b'}}", "{'name':'Ann C B'}");
    no("{'name':{'contains':'ul'}}", "{'name':null}");
  }

  @Test
  public void like_looksForEveryWord() {
    yes("{'name':{'like':'b ann'}}", "{'name':'Ann B'}");
    no("{'name':{'like':'b joe'}}", "{'name':'Ann B'}");
    no("{'name':{'like':'ul'}}", "{'name':null}");
    no("{'name':{'not_like':'b ann'}}", "{'name':'Ann B'}");
    yes("{'name':{'not_like':'joe'}}", "{'name':'Ann B'}");
  }

  @Test
  public void databasesDiffer_inWhatIsNotLikeNull() {
    unknown("{'name':{'not_like':'joe'}}", "{'name':null}");
  }

  // Relations and lists

  @Test
  public void aRelation_isItsId_orTheOtherRecord() {
    yes("{'customer':{'equals':7}}", "{'customer':7}");
    yes("{'customer':{'equals':'7'}}", "{'customer':{'id':7,'name':'Ann'}}");
    no("{'customer':{'equals':8}}", "{'customer':{'id':7,'name':'Ann'}}");
    yes("{'customer':{'in':'6,7'}}", "{'customer':{'id':7}}");
    yes("{'customer.id':{'equals':7}}", "{'customer':{'id':7}}");
    yes("{'customer.id':{'equals':7}}", "{'customer':7}");
  }

  @Test
  public void aFieldOfTheOtherRecord_isFoundIfThatIsThere() {
    yes("{'customer.name':{'like':'ann'}}", "{'customer':{'id':7,'name':'Ann'}}");
    unknown("{'customer.name':{'like':'ann'}}", "{'customer':7}");
  }

  @Test
  public void aRelationToOneOfSeveralTypes_isFoundByItsMembers() {
    String owner = "{'owner':{'relationTo':'users','value':{'id':3}}}";
    yes("{'owner.value':{'equals':3},'owner.relationTo':{'equals':'users'}}", owner);
    no("{'owner.value':{'equals':3},'owner.relationTo':{'equals':'shops'}}", owner);
    yes("{'owner':{'equals':{'relationTo':'users','value':3}}}", owner);
    no("{'owner':{'equals':{'relationTo':'shops','value':3}}}", owner);
    no("{'owner':{'not_equals':{'relationTo':'users','value':3}}}", owner);
  }

  @Test
  public void aFieldWithManyValues_isWhatOneOfThemIs() {
    String tags = "{'tags':['red','blue'],'customers':[{'id':1},2]}";
    yes("{'tags':{'equals':'blue'}}", tags);
    no("{'tags':{'not_equals':'blue'}}", tags);
    yes("{'tags':{'in':['green','red']}}", tags);
    no("{'tags':{'not_in':'green,red'}}", tags);
    yes("{'tags':{'contains':'LU'}}", tags);
    no("{'tags':{'contains':'d,b'}}", tags);
    yes("{'customers':{'equals':1}}", tags);
    yes("{'customers':{'equals':'2'}}", tags);
    no("{'customers':{'equals':3}}", tags);
  }

  @Test
  public void all_wantsEachOfTheValues() {
    yes("{'tags':{'all':['red','blue']}}", "{'tags':['blue','red','green']}");
    no("{'tags':{'all':'red,blue'}}", "{'tags':['red']}");
  }

  // Several conditions

  @Test
  public void allMembersMustHold() {
    String where = "{'status':{'equals':'open'},'n':{'greater_than':1,'less_than':9}}";
    yes(where, "{'status':'open','n':5}");
    no(where, "{'status':'open','n':9}");
    no(where, "{'status':'paid','n':5}");
    yes("{}", "{'n':1}");
  }

  @Test
  public void and_or_inEachOther() {
    String where = "{'and':[{'or':[{'a':{'equals':1}},{'b':{'equals':1}}]},{'c':{'equals':1}}]}";
    yes(where, "{'a':0,'b':1,'c':1}");
    no(where, "{'a':0,'b':0,'c':1}");
    no(where, "{'a':1,'b':1,'c':0}");
    yes("{'OR':[{'a':{'equals':1}},{'b':{'equals':1}}]}", "{'a':1,'b':0}");
    yes("{'or':[]}", "{}");
    yes("{'and':[]}", "{}");
  }

  @Test
  public void anAddressCountsTheParts_insteadOfListingThem() {
    yes("{'or':{'0':{'a':{'equals':1}},'1':{'b':{'equals':1}}}}", "{'a':0,'b':1}");
    no("{'or':{'0':{'a':{'equals':1}},'1':{'b':{'equals':1}}}}", "{'a':0,'b':0}");
  }

  // What the client cannot tell

  @Test
  public void aFieldThatIsMissing_isUnknown_unlessTheRestDecides() {
    unknown("{'status':{'equals':'open'}}", "{'id':1}");
    unknown("{'at':{'exists':true}}", "{'id':1}");
    unknown("{'at':{'exists':false}}", "{'id':1}");
    no("{'status':{'equals':'open'},'n':{'equals':1}}", "{'n':2}");
    unknown("{'status':{'equals':'open'},'n':{'equals':2}}", "{'n':2}");
    yes("{'or':[{'status':{'equals':'open'}},{'n':{'equals':2}}]}", "{'n':2}");
    unknown("{'or':[{'status':{'equals':'open'}},{'n':{'equals':1}}]}", "{'n':2}");
  }

  @Test
  public void whatOnlyTheServerCanDo_isUnknown() {
    unknown("{'at':{'near':'10,20,5'}}", "{'at':[10,20]}");
    unknown("{'at':{'within':{'type':'Polygon'}}}", "{'at':[10,20]}");
    unknown("{'at':{'sounds_like':'x'}}", "{'at':'y'}");
    unknown("{'name':{'contains':'x'}}", "{'name':{'en':'x'}}");
  }

  @Test
  public void whatIsNoCondition_isUnknown() {
    assertEquals(
        Holds.UNKNOWN, new WhereCondition(env.values, "status=open").of(json("{'a':1}"), null));
    assertEquals(
        Holds.UNKNOWN, new WhereCondition(env.values, json("[{'a':1}]")).of(json("{'a':1}"), null));
    unknown("{'or':'x'}", "{'a':1}");
    unknown("{'or':[7]}", "{'a':1}");
  }

  @Test
  public void namesOfJavaScriptsOwn_areFieldsLikeOthers() {
    yes("{'constructor':{'equals':'x'}}", "{'constructor':'x'}");
    unknown("{'constructor':{'equals':'x'}}", "{'id':1}");
    unknown("{'toString':{'exists':true}}", "{'id':1}");
  }
}
