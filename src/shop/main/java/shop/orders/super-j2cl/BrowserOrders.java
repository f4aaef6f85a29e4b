package shop.orders;

import dagger.BindsInstance;
import dagger.Component;
import dev.sanguine.query.QueryClient;

/** The list of orders in a browser: Payload's REST interface over fetch. */
@Component(modules = BrowserModule.class)
interface BrowserOrders {
  OrdersController controller();

  /** One per element and client. */
  @Component.Factory
  interface Factory {
    BrowserOrders create(
        @BindsInstance QueryClient client,
        @BindsInstance RequestTimeout timeout,
        @BindsInstance ListPage page);
  }
}
