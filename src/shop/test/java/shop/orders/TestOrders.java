package shop.orders;

import dagger.BindsInstance;
import dagger.Component;
import dev.sanguine.client.Client;
import dev.sanguine.payload.Http;

/** The list of orders in a test: on virtual time, over a server that the test plays. */
@Component(modules = OrdersModule.class)
interface TestOrders {
  OrdersController controller();

  @Component.Factory
  interface Factory {
    TestOrders create(
        @BindsInstance Client client,
        @BindsInstance Http http,
        @BindsInstance RequestTimeout timeout,
        @BindsInstance ListPage page);
  }
}
