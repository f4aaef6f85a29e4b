package buildtools;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;

public final class WorkProtocolTest {
  @Test
  public void read_takesArgumentsAndId_andSkipsTheInputs() throws Exception {
    byte[] message = {10, 1, 'a', 18, 2, 10, 0, 10, 2, 'b', 'c', 24, (byte) 0x81, 1};
    WorkProtocol.Request request = WorkProtocol.read(delimited(message));
    assertEquals(List.of("a", "bc"), request.arguments);
    assertEquals(129, request.id);
  }

  @Test
  public void read_atTheEnd_givesNone() throws Exception {
    assertNull(WorkProtocol.read(new ByteArrayInputStream(new byte[0])));
  }

  @Test
  public void write_ofASuccess_hasNoExitCode() throws Exception {
    assertArrayEquals(new byte[] {0}, written(0, 0, ""));
  }

  @Test
  public void write_ofAFailure_hasCodeOutputAndId() throws Exception {
    assertArrayEquals(new byte[] {7, 8, 1, 18, 1, 'x', 24, 5}, written(5, 1, "x"));
  }

  private static byte[] written(int id, int exit, String output) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WorkProtocol.write(out, id, exit, output.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static ByteArrayInputStream delimited(byte[] message) {
    byte[] all = new byte[message.length + 1];
    all[0] = (byte) message.length;
    System.arraycopy(message, 0, all, 1, message.length);
    return new ByteArrayInputStream(all);
  }
}
