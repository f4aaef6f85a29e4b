package shop.orders;

import dagger.Module;
import dagger.Provides;
import dev.sanguine.client.Client;
import dev.sanguine.collections.CachedCollection;
import dev.sanguine.payload.Http;
import dev.sanguine.payload.PayloadClient;

/** What the list of orders is made of, wherever it runs; who uses it brings a client, an Http, a timeout and a page. */
@Module
interface OrdersModule {
  @Provides
  static CachedCollection<Object> orders(Http http, Client client) {
    return CachedCollection.of(
            new PayloadClient(http, client.environment(), "/api").collection("orders"))
        .version("version")
        .depth(0)
        .coalesce();
  }
}
