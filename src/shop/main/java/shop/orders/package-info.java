/**
 * The shop's list of orders: a template, the model it shows, and a controller that stands on a query, its observer and
 * optimistic mutations. Shared by the server's render, the browser and the tests; the custom element is the browser's.
 */
package shop.orders;
