package buildtools;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The two messages of Bazel's worker protocol, read and written by hand.
 *
 * <p>They are length-delimited protocol buffers with three fields that matter here:
 * WorkRequest.arguments (1) and request_id (3); WorkResponse.exit_code (1), output (2) and
 * request_id (3).
 */
final class WorkProtocol {
  private static final int VARINT = 0;
  private static final int BYTES = 2;

  static final class Request {
    final List<String> arguments = new ArrayList<>();
    int id;
  }

  /** Returns the next request, or null at the end of the stream. */
  static Request read(InputStream in) throws IOException {
    int length = readLength(in);
    if (length < 0) {
      return null;
    }
    byte[] message = in.readNBytes(length);
    if (message.length < length) {
      throw new EOFException();
    }
    Request request = new Request();
    Cursor cursor = new Cursor(message);
    while (cursor.position < length) {
      int tag = (int) cursor.varint();
      int field = tag >>> 3;
      switch (tag & 7) {
        case VARINT:
          long value = cursor.varint();
          if (field == 3) {
            request.id = (int) value;
          }
          break;
        case BYTES:
          byte[] bytes = cursor.bytes();
          if (field == 1) {
            request.arguments.add(new String(bytes, StandardCharsets.UTF_8));
          }
          break;
        default:
          throw new IOException("unexpected wire type in a WorkRequest: " + (tag & 7));
      }
    }
    return request;
  }

  static void write(OutputStream out, int id, int exitCode, byte[] output) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    if (exitCode != 0) {
      response.write(1 << 3 | VARINT);
      writeVarint(response, exitCode);
    }
    if (output.length > 0) {
      response.write(2 << 3 | BYTES);
      writeVarint(response, output.length);
      response.write(output);
    }
    if (id != 0) {
      response.write(3 << 3 | VARINT);
      writeVarint(response, id);
    }
    writeVarint(out, response.size());
    response.writeTo(out);
    out.flush();
  }

  private static int readLength(InputStream in) throws IOException {
    int result = 0;
    for (int shift = 0; ; shift += 7) {
      int x = in.read();
      if (x < 0) {
        if (shift == 0) {
          return -1;
        }
        throw new EOFException();
      }
      result |= (x & 0x7f) << shift;
      if (x < 0x80) {
        return result;
      }
    }
  }

  private static void writeVarint(OutputStream out, int value) throws IOException {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static final class Cursor {
    private final byte[] data;
    private int position;

    Cursor(byte[] data) {
      this.data = data;
    }

    long varint() {
      long result = 0;
      for (int shift = 0; ; shift += 7) {
        byte x = data[position++];
        result |= (long) (x & 0x7f) << shift;
        if (x >= 0) {
          return result;
        }
      }
    }

    byte[] bytes() {
      int length = (int) varint();
      position += length;
      return Arrays.copyOfRange(data, position - length, position);
    }
  }

  private WorkProtocol() {}
}
