package shop.orders;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.sanguine.client.Client;
import dev.sanguine.payload.Http;
import dev.sanguine.payload.PayloadClient;

/** What the list of orders is made of, wherever it runs; who uses it brings a client, an Http, a timeout and a page. */
@Module
interface OrdersModule {
  @Binds
  OrdersApi api(PayloadOrders orders);

  @Provides
  static PayloadClient payload(Http http, Client client) {
    return new PayloadClient(http, client.environment(), "/api");
  }
}
