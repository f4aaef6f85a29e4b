package dev.sanguine.query.options;

import dev.sanguine.env.Seq;
import jsinterop.annotations.JsPackage;
import jsinterop.annotations.JsType;

/**
 * The option {@code records} of a query: how the records in its data are found and, with the feature {@code records}, of which
 * type they are and which of them belong there. Absent members are null.
 */
@JsType(isNative = true, namespace = JsPackage.GLOBAL, name = "Object")
public class RecordsOption {
  /** The name of the field that holds a record's id; {@code id} by default. */
  public String id;
  /**
   * The name of the field that holds the list, or a path to it with dots between the names ({@code data.items}). By
   * default the value itself is the list, or its field {@code docs} is.
   */
  public String list;
  /** The type of the records, by which {@code intent.record} and {@code client.receive} know them. */
  public String of;
  /**
   * Which records belong to the list: a condition as Payload's REST API has it, or a {@link
   * dev.sanguine.query.callbacks.RecordTest}. By default the {@code where} of an object in the query's key.
   */
  public Object where;
  /**
   * The list's order: fields with commas between them, or a list of fields, each with a minus before it if it descends; or a
   * function of two records that is negative if the first comes first. By default the {@code sort} of an object in the key.
   */
  public Object sort;
  /** How many records a page holds at most. By default the {@code limit} of an object in the query's key. */
  public Object limit;
  /** The path to the number of all records, with dots; {@code totalDocs} by default. */
  public String count;
  /** If the list has no order, new records come to its {@code "start"}, or to its {@code "end"}, the default. */
  public String add;
  /** Of nested records: the field that holds the id of the record around them. */
  public String parent;
  /** Records inside each record: the same option, with a {@code list} that says in which of its fields. */
  public Seq<RecordsOption> nested;
}
