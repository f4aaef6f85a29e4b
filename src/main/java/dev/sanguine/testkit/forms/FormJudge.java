package dev.sanguine.testkit.forms;

import dev.sanguine.env.Seq;
import dev.sanguine.env.Thenable;
import dev.sanguine.json.Json;
import dev.sanguine.query.drafts.DraftObserver;
import dev.sanguine.query.drafts.FieldResult;
import org.jspecify.annotations.Nullable;

/** Says what a form shows wrong, and what was sent that nobody has saved. */
final class FormJudge {
  private final FormServer server;
  private final FormPage page;
  private final Seq<EditedRecord> records;
  /** What was wrong first; null while all is right. */
  @Nullable
  String verdict;

  FormJudge(FormServer server, FormPage page, Seq<EditedRecord> records) {
    this.server = server;
    this.page = page;
    this.records = records;
  }

  void wrong(String what) {
    if (verdict == null) {
      verdict = what;
    }
  }

  static String shown(DraftObserver form, String field) {
    Object value = form.field(field).value;
    return value instanceof String ? (String) value : "";
  }

  void judge() {
    records.each(record -> record.texts.each(text -> {
      if (verdict == null) {
        follow(text);
      }
    }));
    records.each(record -> record.texts.each(text -> {
      if (verdict == null) {
        judge(text);
      }
    }));
    page.requests.each(this::judge);
  }

  void follow(TypedText text) {
    DraftObserver form = page.formOf(text.record);
    if (!form.field(text.field).state.equals("saving")) {
      return;
    }
    int before = page.client.getMutationCache().getAll().size();
    String sent = shown(form, text.field);
    Thenable<Object> answer = form.save(text.field);
    if (page.client.getMutationCache().getAll().size() != before) {
      wrong(text.name() + " is saved twice");
    }
    if (answer == text.save) {
      return;
    }
    text.save = answer;
    text.sent = sent;
    text.underWay++;
    int life = text.lives;
    answer.done(
        data -> {
          Object said = Json.get(data, text.field);
          if (text.lives == life) {
            ended(text, answer);
            text.wasTaken(sent, said instanceof String ? (String) said : sent);
          }
        },
        error -> {
          if (text.lives == life) {
            ended(text, answer);
          }
        });
  }

  private static void ended(TypedText text, Thenable<Object> answer) {
    text.underWay--;
    if (text.save == answer) {
      text.save = null;
    }
  }

  private void judge(TypedText text) {
    Seq<Object> views = page.shown(text.record, false);
    Seq<Object> bases = page.shown(text.record, true);
    FieldResult field = page.formOf(text.record).field(text.field);
    String shown = field.value instanceof String ? (String) field.value : "";
    for (int i = 0; i < views.size(); i++) {
      text.look(server.text(views.get(i), text.field), server.text(bases.get(i), text.field));
    }
    if (text.isHis && !shown.equals(text.text)) {
      wrong(text.name() + " shows " + shown + " and " + text.text + " was typed");
    }
    boolean isShown = views.some(view -> shown.equals(server.text(view, text.field)));
    boolean isThere = views.some(view -> view != null);
    if (!text.isHis && !text.isIn && isThere && !isShown && field.state.equals("clean")) {
      wrong(text.name() + " is clean, and shows " + shown);
    }
    boolean isSaved = field.state.equals("saved");
    if (isSaved && text.isHis && !text.isIn) {
      wrong(text.name() + " is saved, and " + text.text + " is not");
    }
  }

  private void judge(FormRequest request) {
    if (!request.what.equals("save")) {
      return;
    }
    EditedRecord record = records.first(each -> each.realId != null
        && FormServer.text(each.realId).equals(FormServer.text(Json.get(request.variables, "id"))));
    FormServer.FIELDS.each(field -> {
      Object sent = Json.get(request.variables, field);
      TypedText text = record == null ? null : record.texts.first(each -> each.field.equals(field));
      if (text == null || sent != null && !text.saved.has((String) sent)) {
        wrong("sent is " + request + ", and nobody saved that");
      }
    });
  }

  void judgeTheEnd(TypedText text, String typed) {
    Object record = text.record.realId == null ? null : server.record(text.record.realId);
    if (record == null || verdict != null) {
      return;
    }
    String stored = server.text(record, text.field);
    FieldResult field = page.formOf(text.record).field(text.field);
    if (!typed.isEmpty() && !server.written(typed).equals(stored)) {
      wrong(text.name() + " was typed as " + typed + ", and the server has " + stored);
    }
    if (!stored.equals(field.value)) {
      wrong(text.name() + " is " + stored + ", and the form shows " + field.value + ", "
          + field.state);
    }
    // What was said of a field that nobody has typed into stands until a save succeeds.
    boolean isSaid = field.state.equals("refused") && !field.isDirty && typed.isEmpty();
    if (!field.state.equals("clean") && !field.state.equals("saved") && !isSaid) {
      wrong(text.name() + " is " + field.state + " in the end");
    }
  }
}
