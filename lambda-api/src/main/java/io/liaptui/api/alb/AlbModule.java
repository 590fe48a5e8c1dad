package io.liaptui.api.alb;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.util.function.IntSupplier;

/**
 * Lets a mapper read and write a balancer's form where the HTTP extension asks for a function URL's. All other types,
 * and function URL events themselves, are left as they are.
 */
final class AlbModule extends Module {
    private final AlbReader reader;

    /**
     * @param trustedHops see {@code Settings.trustedHops}; asked with every event, as the mapper is made before settings
     *     are known
     */
    AlbModule(IntSupplier trustedHops) {
        reader = new AlbReader(trustedHops);
    }

    @Override
    public String getModuleName() {
        return "alb";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addBeanDeserializerModifier(new Reading(reader));
        context.addBeanSerializerModifier(new Writing());
    }

    private static final class Reading extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1;
        private final transient AlbReader reader;

        Reading(AlbReader reader) {
            this.reader = reader;
        }

        @Override
        public JsonDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> plain) {
            return bean.getBeanClass() == APIGatewayV2HTTPEvent.class ? new EventDeserializer(reader, plain) : plain;
        }
    }

    private static final class Writing extends BeanSerializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription bean, JsonSerializer<?> plain) {
            return APIGatewayV2HTTPResponse.class.isAssignableFrom(bean.getBeanClass())
                    ? new ResponseSerializer(plain)
                    : plain;
        }
    }
}
