package shop.orders;

import dagger.BindsInstance;
import dagger.Component;
import dev.sanguine.client.Client;

/** The list of orders in a browser: Payload's REST interface over fetch. */
@Component(modules = BrowserModule.class)
interface BrowserOrders {
  OrdersController controller();

  /** One per element and client. */
  @Component.Factory
  interface Factory {
    BrowserOrders create(
        @BindsInstance Client client,
        @BindsInstance RequestTimeout timeout,
        @BindsInstance ListPage page);
  }
}
