package shop.orders;

import dagger.Module;
import dagger.Provides;
import dev.sanguine.payload.FetchHttp;
import dev.sanguine.payload.Http;

/** The page's own server, over fetch. */
@Module(includes = OrdersModule.class)
interface BrowserModule {
  @Provides
  static Http http() {
    return new FetchHttp();
  }
}
