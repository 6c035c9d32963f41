package io.github.coopj.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.coopj.Bytes;
import io.github.coopj.InvalidValueException;
import io.github.coopj.core.asset.Asset;
import io.github.coopj.core.name.Name;
import io.github.coopj.core.permission.Authority;
import io.github.coopj.core.time.TimePointSec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CHAIN-05")
class AbiBuilderTest {
  record Transfer(Name from, Name to, Asset quantity, String memo) {}

  enum Status {
    OPEN,
    CLOSED
  }

  sealed interface Outcome permits Adopted, Rejected {}

  record Adopted(@AbiName("at_time") TimePointSec at) implements Outcome {}

  record Rejected(String why) implements Outcome {}

  record Header(@AbiType("uint64") long id) {}

  @AbiName("meetrow")
  record Meeting(
      @AbiBase Header header,
      Status status,
      List<Optional<Name>> seats,
      Optional<List<Name>> absent,
      List<List<Name>> groups,
      Outcome outcome,
      Authority authority,
      Optional<Meeting> previous,
      @AbiExtension Optional<Bytes> minutes) {}

  private static final Meeting MEETING = new Meeting(
      new Header(7),
      Status.CLOSED,
      List.of(Optional.of(Name.of("a")), Optional.empty()),
      Optional.of(List.of(Name.of("b"))),
      List.of(List.of(), List.of(Name.of("c"))),
      new Rejected("late"),
      new Authority(1, List.of(), List.of(), List.of()),
      Optional.empty(),
      Optional.of(Bytes.ofHex("beef")));

  record Twice(@AbiName("x") Name a, @AbiName("x") Name b) {}

  record TwiceByBase(@AbiBase Header header, Name id) {}

  record Nameless(@AbiName("") Name a) {}

  @AbiName("")
  record NamelessType(Name a) {}

  record L1(@AbiBase Header base) {}

  @Test
  void codec_refuses_componentsOfOneName_andOfNone() {
    for (Class<?> type : List.of(Twice.class, TwiceByBase.class)) {
      assertThatExceptionOfType(InvalidValueException.class)
          .isThrownBy(() -> Codec.of(type))
          .withMessageContaining(type.getSimpleName() + " has two components called '");
    }
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Codec.of(Nameless.class))
        .withMessageEndingWith("Nameless has a component without a name");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Codec.of(NamelessType.class))
        .withMessageEndingWith("NamelessType has no name in the ABI");
    assertThat(Codec.of(L1.class).encode(new L1(new Header(1)))).hasSize(8);
  }

  record Many(
      List<
              List<
                  List<
                      List<
                          List<
                              List<
                                  List<
                                      List<
                                          List<
                                              List<
                                                  List<
                                                      List<
                                                          List<
                                                              List<
                                                                  List<
                                                                      List<
                                                                          List<
                                                                              List<
                                                                                  List<
                                                                                      List<
                                                                                          List<
                                                                                              List<
                                                                                                  List<
                                                                                                      List<
                                                                                                          List<
                                                                                                              List<
                                                                                                                  List<
                                                                                                                      List<
                                                                                                                          List<
                                                                                                                              List<
                                                                                                                                  List<
                                                                                                                                      List<
                                                                                                                                          List<
                                                                                                                                              List<
                                                                                                                                                  Name>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>
          deep) {}

  /** Every list of lists becomes an alias of the one inside, and nodes follow only so many. */
  @Test
  void build_isRefused_whenTheCodecWouldRefuseTheAbi() {
    AbiBuilder builder = new AbiBuilder().action(Name.of("many"), Many.class);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(builder::build)
        .withMessageContaining("aliases in a row")
        .withCauseInstanceOf(AbiException.class);
  }

  private static Abi meetings() {
    return new AbiBuilder()
        .action(Name.of("transfer"), Transfer.class, "pay")
        .action(Name.of("close"), Header.class)
        .table(Name.of("meetings"), Meeting.class)
        .actionResult(Name.of("close"), Outcome.class)
        .clause("law", "text")
        .build();
  }

  @Test
  void build_namesEveryTypeOnce_partsBeforeTheWhole() {
    Abi abi = meetings();
    assertThat(abi.structs())
        .extracting(Abi.Struct::name)
        .containsExactly(
            "transfer",
            "header",
            "adopted",
            "rejected",
            "key_weight",
            "permission_level",
            "permission_level_weight",
            "wait_weight",
            "authority",
            "meetrow");
    assertThat(abi.structs().get(9))
        .isEqualTo(new Abi.Struct(
            "meetrow",
            "header",
            List.of(
                new Abi.Field("status", "string"),
                new Abi.Field("seats", "optional_name[]"),
                new Abi.Field("absent", "list_of_name?"),
                new Abi.Field("groups", "list_of_name[]"),
                new Abi.Field("outcome", "outcome"),
                new Abi.Field("authority", "authority"),
                new Abi.Field("previous", "meetrow?"),
                new Abi.Field("minutes", "bytes$"))));
    assertThat(abi.types())
        .containsExactly(
            new Abi.Alias("optional_name", "name?"), new Abi.Alias("list_of_name", "name[]"));
    assertThat(abi.variants())
        .containsExactly(new Abi.Variant("outcome", List.of("adopted", "rejected")));
    assertThat(abi.actions())
        .containsExactly(
            new Abi.Action(Name.of("transfer"), "transfer", "pay"),
            new Abi.Action(Name.of("close"), "header", ""));
    assertThat(abi.tables())
        .containsExactly(
            new Abi.Table(Name.of("meetings"), "i64", List.of(), List.of(), "meetrow"));
    assertThat(abi.actionResults())
        .containsExactly(new Abi.ActionResult(Name.of("close"), "outcome"));
    assertThat(abi).isEqualTo(meetings());
  }

  @Test
  void build_describesTheBytes_thatTheRecordCodecWrites() {
    AbiCodec codec = AbiCodec.of(meetings());
    byte[] row = RecordCodec.of(Meeting.class).encode(MEETING);
    var json = codec.decodeRow(Name.of("meetings"), row, JsonForm.ABIEOS);
    assertThat(json.toString())
        .isEqualTo("{\"id\":\"7\",\"status\":\"CLOSED\",\"seats\":[\"a\",null],\"absent\":[\"b\"],"
            + "\"groups\":[[],[\"c\"]],\"outcome\":[\"rejected\",{\"why\":\"late\"}],"
            + "\"authority\":{\"threshold\":1,\"keys\":[],\"accounts\":[],\"waits\":[]},"
            + "\"previous\":null,\"minutes\":\"BEEF\"}");
    assertThat(codec.encode("meetrow", json)).isEqualTo(row);
    assertThat(RecordCodec.of(Meeting.class).decode(row)).isEqualTo(MEETING);
  }

  @AbiName("transfer")
  record OtherTransfer(Name who) {}

  @AbiName("name")
  record LikeBuiltIn() {}

  @Test
  void builder_isRefused_whenNamesCollide() {
    AbiBuilder builder = new AbiBuilder().action(Name.of("transfer"), Transfer.class);
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.action(Name.of("transfer"), Transfer.class))
        .withMessage("action transfer is there already");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.table(Name.of("rows"), OtherTransfer.class))
        .withMessageContaining("are both called 'transfer'");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.table(Name.of("rows"), LikeBuiltIn.class))
        .withMessageContaining("is called 'name' like a built-in type");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.action(Name.of("x"), String.class))
        .withMessage("java.lang.String is no record");
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> builder.actionResult(Name.of("x"), String.class).build())
        .withMessage("action result x belongs to no action");
  }
}
