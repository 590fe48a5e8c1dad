package io.liaptui.api.alb;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.api.Settings;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Puts {@link AlbModule} on the application's mapper, of which the Lambda extension takes a copy. */
@Singleton
final class AlbMapping implements ObjectMapperCustomizer {
    private final Provider<Settings> settings;

    AlbMapping(Provider<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new AlbModule(() -> settings.get().trustedHops()));
    }
}
