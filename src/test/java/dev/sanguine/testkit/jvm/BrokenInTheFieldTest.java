package dev.sanguine.testkit.jvm;

import org.junit.Test;

/** Engines that are right in a laboratory and wrong in the field: each kind of that is caught by the words it needs. */
public class BrokenInTheFieldTest {
  @Test
  public void aChangeThatStays_whenItsMutationIsTakenOut_isCaught() throws Exception {
    BrokenEngine.caught(
        "a change that stays when its mutation is taken out",
        "TAKE_OUT_A_MUTATION=5",
        "MutationCache.java",
        "    if (mutations.remove(mutation)) {\n      mutation.destroy();\n",
        "    if (mutations.remove(mutation)) {\n");
  }

  @Test
  public void aLogout_thatLetsWritesGoOn_isCaught() throws Exception {
    BrokenEngine.caught(
        "a logout that lets writes go on",
        "LOG_OUT=5",
        "MutationCache.java",
        "      all.each(mutation -> {\n        mutation.destroy();\n",
        "      all.each(mutation -> {\n");
  }

  @Test
  public void aChangeOfARecordThatNobodyMakes_thatIsSentWithItsTemporaryId_isCaught()
      throws Exception {
    BrokenEngine.caught(
        "a change of a record that nobody makes, sent all the same",
        "NAMES_LATER=2 RELOAD=6 STORAGE_LOSES=2",
        "Hydration.java",
        "    built.each(Mutation::failIfOrphaned);\n",
        "");
  }

  @Test
  public void aDependent_thatIsSentWithATemporaryId_isCaught() throws Exception {
    BrokenEngine.caught(
        "a dependent sent with a temporary id",
        "NAMES_LATER=4",
        "TemporaryIds.java",
        "if (made != null && made.by != mutation) {",
        "if (made != null && made.by != mutation && made.by.state.isPaused) {");
  }

  @Test
  public void aRestoredWrite_thatIsNeverResumed_isCaught() throws Exception {
    BrokenEngine.caught(
        "a restored write that is never resumed",
        "STORES_IN_FLIGHT=1 RELOAD=6",
        "Mutation.java",
        "|| run == null && idempotencyKey() != null && state.status.equals(\"pending\");",
        ";");
  }

  @Test
  public void aRestoredWrite_thatCountsAsNeverSent_isCaught() throws Exception {
    BrokenEngine.caught(
        "a restored write that counts as never sent",
        "STORES_IN_FLIGHT=1 RELOAD=6",
        "Hydration.java",
        "Math.max(attemptsOf(written.state), \"unknown\".equals(written.outcome) ? 1 : 0)",
        "written.state.failureCount");
  }

  @Test
  public void aRestoredWrite_underAnotherKey_isCaught() throws Exception {
    BrokenEngine.caught(
        "a restored write under another key",
        "STORES_IN_FLIGHT=1 RELOAD=6",
        "Hydration.java",
        "mutation.asOwner().idempotencyKey = key;",
        "");
  }

  @Test
  public void aStoredFailure_thatIsNotListed_isCaught() throws Exception {
    BrokenEngine.caught(
        "a stored failure that is not listed",
        "STORES_FAILED=1 RELOAD=6 LOOK_AT_PENDING=8",
        "Mutation.java",
        "boolean failed = state.status.equals(\"error\") && optimistic() != null;",
        "boolean failed = false;");
  }

  @Test
  public void aPage_thatGoesByItsClock_isCaught() throws Exception {
    BrokenEngine.caught(
        "a page that goes by its clock",
        "WRONG_CLOCKS=1 CLOCK_JUMPS=3 SEND_UNASKED=4 DELIVER=8",
        "UnaskedValues.java",
        "if (query.mayUndoConfirmed(next.data)) {",
        "if (false) {");
  }

  @Test
  public void aPromise_thatGoesByItsClock_isCaught() throws Exception {
    BrokenEngine.caught(
        "a promise that goes by its clock",
        "UNWATCHED=1 SEND_A_PROMISE=10 DELIVER=8 KEEP_A_PROMISE=12 SERVER_SEES=10 ANSWER=14",
        "FetchRun.java",
        "if (sent <= 0 && !isOneMorePage && query.mayUndoConfirmed(data)) {",
        "if (false) {");
  }

  @Test
  public void aLaggingReplica_thatIsBelieved_isCaught() throws Exception {
    BrokenEngine.caught(
        "a lagging replica that is believed",
        "LAGS=2",
        "Query.java",
        "return folded == null ? data : folded.withNewerRecords(data);",
        "return data;");
  }

  @Test
  public void aLostAnswer_thatCountsAsARefusal_isCaught() throws Exception {
    BrokenEngine.caught(
        "a lost answer that counts as a refusal",
        "PLAIN_ERROR=1 LOSE=6",
        "Outcomes.java",
        "sentOnline && env.errors.isLost(error)",
        "false");
  }

  @Test
  public void aFirstLoad_thatShowsAChangeTwice_isCaught() throws Exception {
    BrokenEngine.caught(
        "a first load that shows a change twice",
        "",
        "BaseGate.java",
        "passOverWhatMayBeIn(isFirst, sent);",
        "passOverWhatMayBeIn(false, sent);");
  }

  @Test
  public void aFurtherPage_thatIsHeld_isCaught() throws Exception {
    BrokenEngine.caught(
        "a further page that is held",
        "MANY_DOCUMENTS=1 NEXT_PAGE=8 WATCH=8",
        "BaseGate.java",
        "!isFirst && !isOneMorePage && mayBeTwice(folded, sent)",
        "!isFirst && mayBeTwice(folded, sent)");
  }

  @Test
  public void aReader_whoIsGivenNoView_isCaught() throws Exception {
    BrokenEngine.caught(
        "a reader who is given no view",
        "ENSURE=4 FETCH=4",
        "FetchRun.java",
        "    complete(data);\n    return query.current().data;\n",
        "    return complete(data);\n");
  }

  @Test
  public void anAnswer_writtenOverAnotherRecord_isCaught() throws Exception {
    BrokenEngine.caught(
        "an answer written over another record",
        "OTHER_SHAPES=1",
        "MutationAnswer.java",
        "!isAbout(documents, known, old.get(0), record)",
        "false");
  }

  @Test
  public void aCopy_thatIsForgotten_isCaught() throws Exception {
    BrokenEngine.caught(
        "a copy that is forgotten",
        "MANY_DOCUMENTS=1 OVERLAPPING_PAGES=1 NEXT_PAGE=8",
        "RecordHelpers.java",
        "        changed = true;\n"
            + "      }\n"
            + "    }\n"
            + "    return changed ? documents.with(value, \"pages\"",
        "        changed = true;\n"
            + "        break;\n"
            + "      }\n"
            + "    }\n"
            + "    return changed ? documents.with(value, \"pages\"");
  }

  @Test
  public void ids_thatDifferByTheirType_isCaught() throws Exception {
    BrokenEngine.caught(
        "ids that differ by their type",
        "OTHER_ID_TYPE=2",
        "RecordIds.java",
        " || a instanceof String != b instanceof String && text(a).equals(text(b))",
        "");
  }

  @Test
  public void waiters_thatLeaveTogether_isCaught() throws Exception {
    BrokenEngine.caught(
        "waiters that leave together",
        "NAMES_LATER=2",
        "TemporaryIds.java",
        "      if (made.real != null) {\n        sendFirst(made);\n",
        "      if (made.real != null) {\n"
            + "        made.waiting.copy().each(one -> {\n"
            + "          one.asOwner().waits--;\n"
            + "          one.proceed().done(null, Promises.IGNORE);\n"
            + "        });\n");
  }

  @Test
  public void aScope_thatForgetsWhatIsOut_isCaught() throws Exception {
    BrokenEngine.caught(
        "a scope that forgets what is out",
        "GIVE_UP=6",
        "MutationCache.java",
        "      line.out.add(run);\n",
        "");
  }

  @Test
  public void aMovedScope_thatHoldsOthersUp_isCaught() throws Exception {
    BrokenEngine.caught(
        "a moved scope that holds others up",
        "CHANGE_SCOPE=6",
        "MutationCache.java",
        "    if (mutation.line != null && !mutation.line.equals(scope)) {",
        "    if (false) {");
  }

  @Test
  public void anotherTab_thatSeesAView_isCaught() throws Exception {
    BrokenEngine.caught(
        "another tab that sees a view",
        "ANOTHER_TAB=1",
        "Query.java",
        "told.isTellingSuccess = action.type.equals(\"success\");",
        "told.isTellingSuccess = false;");
  }

  @Test
  public void aPersister_thatSeesAView_isCaught() throws Exception {
    BrokenEngine.caught(
        "a persister that sees a view",
        "STORAGE=1",
        "FetchRun.java",
        "Contexts.confirmed(owner, owner::confirmed)",
        "owner");
  }

  @Test
  public void aNumber_thatIsPutBackAsItWasShown_isCaught() throws Exception {
    BrokenEngine.caught(
        "a number that is put back as it was shown",
        "OTHER_SHAPES=1 MUTATE_PLAINLY=8",
        "WriteHistory.java",
        "return readBy(run).some(read -> ways.isEqual(read, value))",
        "return values.isUndefined(value)");
  }

  @Test
  public void laterWrites_thatAreNotDoneAgain_areCaught() throws Exception {
    BrokenEngine.caught(
        "later writes that are not done again",
        "PATTERN_AS_INTENTS=0 MUTATE_PLAINLY=8",
        "WriteHistory.java",
        "      write.redo(left);\n",
        "");
  }

  @Test
  public void onePage_thatComesToThePagesOfThen_isCaught() throws Exception {
    BrokenEngine.caught(
        "one page that comes to the pages of then",
        "NEXT_PAGE=8 WRITES_BACK=2 PUSH_BY_HAND=4",
        "FetchRun.java",
        "Object all = overPagesOfNow(data);",
        "Object all = data;");
  }
}
