package io.liaptui.common.games.liaptui.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.games.GameWire.Heard;
import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.testkit.TextTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandReaderTest {
    /** Event, data, what is heard. */
    private static final String HEARD = """
            accept_redeal    | {"player_name":"Mina"}           | AnswerRedeal[accept=true]
            request_redeal   | {}                               | AnswerRedeal[accept=true]
            decline_redeal   | {}                               | AnswerRedeal[accept=false]
            redeal_decision  | {"choice":"accept"}              | AnswerRedeal[accept=true]
            redeal_decision  | {"choice":"decline"}             | AnswerRedeal[accept=false]
            redeal_decision  | {"choice":"maybe"}               | malformed
            redeal_decision  | {}                               | malformed
            declare          | {"value":0}                      | Declare[value=0]
            declare          | {"value":8}                      | Declare[value=8]
            declare          | {"value":9}                      | malformed
            declare          | {"value":-1}                     | malformed
            declare          | {"value":true}                   | malformed
            declare          | {"value":"3"}                    | malformed
            declare          | {"value":2.5}                    | malformed
            declare          | {"value":null}                   | malformed
            declare          | {"value":99999999999999999999}   | malformed
            declare          | {"value":4294967296}             | malformed
            declare          | {}                               | malformed
            play             | {"piece_indices":[2,0]}          | PlayPieces[indices=[2, 0]]
            play             | {"piece_indices":[31]}           | PlayPieces[indices=[31]]
            play             | {"piece_indices":[0,1,2,3,4,5]}  | PlayPieces[indices=[0, 1, 2, 3, 4, 5]]
            play             | {"piece_indices":[0,1,2,3,4,5,6]}| malformed
            play             | {"piece_indices":[32]}           | malformed
            play             | {"piece_indices":[-1]}           | malformed
            play             | {"piece_indices":[1,1]}          | malformed
            play             | {"piece_indices":[]}             | malformed
            play             | {"piece_indices":[true]}         | malformed
            play             | {"piece_indices":["1"]}          | malformed
            play             | {"piece_indices":{"0":1}}        | malformed
            play             | {"indices":[1]}                  | malformed
            play             | []                               | malformed
            play_pieces      | {"indices":[1]}                  | PlayPieces[indices=[1]]
            play_pieces      | {"piece_indices":[1]}            | malformed
            start_next_round | {}                               | nothing
            player_ready     | {"player_name":"Mina"}           | nothing
            """;

    private final LiapTuiWire wire = new LiapTuiWire();

    @Test
    void everyFormIsHeardAsTheTableSays() throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (List<String> row : TextTable.rows(HEARD)) {
            assertThat(wire.clientEvents()).contains(row.get(0));
            Heard<Command> heard = wire.command(row.get(0), json.readTree(row.get(1)));
            assertThat(text(heard)).as("%s", row).isEqualTo(row.get(2));
        }
    }

    private static String text(Heard<Command> heard) {
        return switch (heard) {
            case Heard.Command<Command>(var command) -> command.toString();
            case Heard.Nothing<Command>() -> "nothing";
            case Heard.Malformed<Command>(var message) -> {
                assertThat(message).endsWith(".");
                yield "malformed";
            }
        };
    }
}
