package dev.sanguine.html;

/** A template: what a model looks like. Pure: the same model always looks the same. */
public interface View<M> {
  Tag of(M model);
}
