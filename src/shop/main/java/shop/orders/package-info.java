/**
 * The shop's list of orders, written on {@code dev.sanguine.client}: a template, the model it shows, and a controller. Begin
 * with {@code OrdersController}. The server's render, the browser and the tests share this; the custom element is in {@code
 * src/shop/main/browser}.
 */
package shop.orders;
