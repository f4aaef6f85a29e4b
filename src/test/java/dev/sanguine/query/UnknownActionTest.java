package dev.sanguine.query;

import static org.junit.Assert.assertEquals;

import dev.sanguine.env.Supply;
import dev.sanguine.query.state.Actions;
import org.junit.Test;

/** An action that nobody knows is an error: it is not taken for another one, and changes nothing. */
public class UnknownActionTest extends EngineCase {
  private String messageOf(Supply dispatch) {
    return (String) env.errors.attempt(dispatch, Outcome::message);
  }

  @Test
  public void ofAQuery() {
    cache("q", "'x'");
    Query query = queryOf("q");
    String message = messageOf(() -> {
      query.dispatch(Actions.action("pending"));
      return "taken";
    });
    assertEquals("unknown action pending", message);
    assertEquals("'x'", base("q"));
  }

  @Test
  public void ofAMutation() {
    Mutation mutation = client.getMutationCache().build(client, setField("A", "n", 1), null);
    String message = messageOf(() -> {
      mutation.dispatch(Actions.action("fetch"));
      return "taken";
    });
    assertEquals("unknown action fetch", message);
    assertEquals("idle", mutation.state.status);
  }
}
