package io.liaptui.ws.ops;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Where this node runs, and for which deployment.
 *
 * @param name first part of the node's id
 * @param generation rises with each deployment
 * @param address at which other nodes reach this one
 * @param zone empty if unknown
 */
record Whereabouts(String name, long generation, String address, String zone) {
    private static final Logger LOG = Logger.getLogger(Whereabouts.class);

    /**
     * From the metadata of the task on ECS, else from the settings and the host.
     *
     * @param metadata value of {@code ECS_CONTAINER_METADATA_URI_V4}, which ECS sets in every task
     * @param bound to which the node is bound; where that is one address, nobody reaches it at another
     */
    static Whereabouts find(Optional<String> metadata, Settings settings, String bound) {
        if (metadata.isPresent()) {
            try {
                return TaskMetadata.read(URI.create(metadata.get() + "/task"));
            } catch (IllegalStateException | IllegalArgumentException e) {
                LOG.errorf(
                        "The metadata of this task cannot be read (%s). The node starts as generation %d;"
                                + " rooms may move once more than needed.",
                        e.getMessage(), settings.generation());
            }
        }
        boolean everywhere = bound.equals("0.0.0.0") || bound.equals("::");
        return new Whereabouts(settings.node(), settings.generation(), everywhere ? host() : bound, "");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostAddress();
        } catch (UnknownHostException e) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }
}
