/**
 * @fileoverview Names that JavaScript sees: Closure Compiler keeps them wherever they stand.
 * @externs
 */
