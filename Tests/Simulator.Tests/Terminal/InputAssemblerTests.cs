namespace Simulator.Terminal;

public class InputAssemblerTests
{
    private static List<Input> Assemble(InputAssembler assembler, string characters)
    {
        List<Input> inputs = [];
        foreach (char character in characters)
        {
            inputs.AddRange(assembler.Add(KeyOf(character)));
        }

        return inputs;
    }

    private static Key KeyOf(char character) => character switch
    {
        '\e' => Key.Named(KeyCode.Escape),
        '\a' => Key.WithControl('g'),
        _ => Key.Of(character),
    };

    private static Input[] Typed(string characters) => [.. characters.Select(character => new KeyPressed(KeyOf(character)))];

    public class TheMouse
    {
        private readonly InputAssembler assembler = new(hasMouse: true, isBackgroundAsked: false);

        [Theory]
        [InlineData("\e[<0;10;5M", 9, 4, "Click")]
        [InlineData("\e[<0;1;1M", 0, 0, "Click")]
        [InlineData("\e[<0;1000;999M", 999, 998, "Click")]
        [InlineData("\e[<16;10;5M", 9, 4, "Click")]
        [InlineData("\e[<64;10;5M", 9, 4, "WheelUp")]
        [InlineData("\e[<65;10;5M", 9, 4, "WheelDown")]
        [InlineData("\e[<69;10;5M", 9, 4, "WheelDown")]
        [InlineData("[<65;10;5M", 9, 4, "WheelDown")]
        public void Should_be_read(string report, int column, int row, string action)
        {
            Assemble(assembler, report).ShouldBe([new PointerInput(column, row, Enum.Parse<PointerAction>(action))]);
            assembler.IsUndecided.ShouldBeFalse();
        }

        [Theory]
        [InlineData("\e[<0;10;5m")]
        [InlineData("\e[<2;10;5M")]
        [InlineData("\e[<32;10;5M")]
        [InlineData("\e[<35;10;5M")]
        [InlineData("\e[<66;10;5M")]
        [InlineData("\e[<0;0;5M")]
        public void Should_not_count_where_nothing_is_done_with_it(string report)
        {
            Assemble(assembler, report).ShouldBeEmpty();
            Assemble(assembler, "l").ShouldBe(Typed("l"));
        }

        [Fact]
        public void Should_be_read_in_a_flood_between_keys_and_reports_of_letting_go()
        {
            string flood = string.Concat(Enumerable.Repeat("\e[<64;10;5M\e[<0;3;4M\e[<0;3;4mab\e[<65;100;15M", 50));
            Input[] once =
            [
                new PointerInput(9, 4, PointerAction.WheelUp), new PointerInput(2, 3, PointerAction.Click), .. Typed("ab"), new PointerInput(99, 14, PointerAction.WheelDown),
            ];
            Assemble(assembler, flood).ShouldBe(Enumerable.Repeat(once, 50).SelectMany(inputs => inputs));
        }

        [Theory]
        [InlineData("\e[<0;10;5M")]
        [InlineData("[<0;10;5M")]
        public void Should_be_read_in_two_pieces_wherever_they_part(string report)
        {
            for (int at = 1; at < report.Length; at++)
            {
                InputAssembler parted = new(hasMouse: true, isBackgroundAsked: false);
                Assemble(parted, report[..at]).ShouldBeEmpty();
                Assemble(parted, report[at..]).ShouldBe([new PointerInput(9, 4, PointerAction.Click)], $"parted at {at}");
            }
        }

        /// <summary>Seen under tmux: with nothing behind it, the runtime takes the beginning for this key.</summary>
        [Fact]
        public void Should_be_read_where_its_beginning_came_as_a_function_key()
        {
            assembler.Add(Key.Named(KeyCode.F7, shift: true, control: true)).ShouldBeEmpty();
            assembler.IsUndecided.ShouldBeFalse();
            Assemble(assembler, "0;10;5M").ShouldBe([new PointerInput(9, 4, PointerAction.Click)]);
        }

        [Fact]
        public void Should_leave_the_person_no_keys_where_a_report_is_broken_off()
        {
            Assemble(assembler, "\e[<0;1").ShouldBeEmpty();
            assembler.IsUndecided.ShouldBeFalse();
            Assemble(assembler, "l").ShouldBe(Typed("l"));
            Assemble(assembler, "\e[<0;1\e[<0;1;1M").ShouldBe([new PointerInput(0, 0, PointerAction.Click)]);
        }
    }

    public class TheKeys
    {
        private readonly InputAssembler assembler = new(hasMouse: true, isBackgroundAsked: true);

        [Theory]
        [InlineData("\e")]
        [InlineData("[")]
        [InlineData("]")]
        [InlineData("[<")]
        [InlineData("[<12;3")]
        [InlineData("\e[")]
        [InlineData("\e]")]
        [InlineData("]1")]
        public void Should_be_held_while_they_may_be_a_report_and_then_released(string typed)
        {
            Assemble(assembler, typed).ShouldBeEmpty();
            assembler.IsUndecided.ShouldBeTrue();
            assembler.Release().ShouldBe(Typed(typed));
            assembler.IsUndecided.ShouldBeFalse();
        }

        [Theory]
        [InlineData("lhm<>M;0 ")]
        [InlineData("\ex")]
        [InlineData("\e\ex")]
        [InlineData("[l]l[[l")]
        [InlineData("[<x[<1;x[<1;2;x")]
        [InlineData("]11;rgb:1/2/x")]
        [InlineData("a pasted text [with brackets] and [<0;1] too.")]
        public void Should_all_come_through(string typed) => Assemble(assembler, typed).ShouldBe(Typed(typed));

        [Fact]
        public void Should_come_through_in_their_order_when_an_escape_is_pressed_twice()
        {
            Assemble(assembler, "\e\e").ShouldBe(Typed("\e"));
            assembler.Release().ShouldBe(Typed("\e"));
        }

        [Fact]
        public void Should_keep_named_keys_and_those_with_control_as_they_are()
        {
            Key[] keys = [Key.Named(KeyCode.Up), Key.WithControl('o'), Key.WithControl('g'), Key.Named(KeyCode.F7), Key.Named(KeyCode.Tab, shift: true)];
            keys.SelectMany(assembler.Add).ShouldBe(keys.Select(key => new KeyPressed(key)));
        }

        [Fact]
        public void Should_never_be_held_where_nothing_is_reported() =>
            Assemble(new InputAssembler(hasMouse: false, isBackgroundAsked: false), "\e[<0;1;1M]11").ShouldBe(Typed("\e[<0;1;1M]11"));

        /// <summary>Whatever comes, every key comes out once, unless it belongs to a report.</summary>
        [Fact]
        public void Should_come_through_whatever_is_typed()
        {
            const string Characters = "\e[<0;1M]1:/\\ql";
            Random random = new(7);
            for (int run = 0; run < 500; run++)
            {
                string typed = new([.. Enumerable.Range(0, 40).Select(_ => Characters[random.Next(Characters.Length)])]);
                InputAssembler fresh = new(hasMouse: true, isBackgroundAsked: true);
                List<Input> inputs = [.. Assemble(fresh, typed), .. fresh.Release()];
                inputs.OfType<KeyPressed>().Count().ShouldBeLessThanOrEqualTo(typed.Length);
                if (!typed.Contains("[<", StringComparison.Ordinal) && !typed.Contains("]11", StringComparison.Ordinal))
                {
                    inputs.ShouldBe(Typed(typed));
                }
            }
        }
    }

    public class TheBackground
    {
        private readonly InputAssembler assembler = new(hasMouse: true, isBackgroundAsked: true);

        [Theory]
        [InlineData("\e]11;rgb:0000/0000/0000\e\\", "Dark")]
        [InlineData("\e]11;rgb:ffff/ffff/ffff\a", "Light")]
        [InlineData("\e]11;rgb:1e1e/1e1e/2e2e\e\\", "Dark")]
        [InlineData("\e]11;rgb:fdf6/e3e3/d5d5\e\\", "Light")]
        [InlineData("\e]11;rgb:ff/ff/ff\a", "Light")]
        [InlineData("\e]11;rgb:f/f/f\a", "Light")]
        [InlineData("\e]11;rgba:0000/2b2b/3636/ffff\e\\", "Dark")]
        [InlineData("\e]11;rgb:FFFF/FFFF/FFFF\\", "Light")]
        [InlineData("]11;rgb:0000/0000/0000\e\\", "Dark")]
        public void Should_be_read(string reply, string background) =>
            Assemble(assembler, reply).ShouldBe([new BackgroundTold(Enum.Parse<TerminalBackground>(background))]);

        [Fact]
        public void Should_be_read_among_keys_typed_ahead() =>
            Assemble(assembler, "ll\e]11;rgb:0000/0000/0000\e\\l\e[<0;2;3M").ShouldBe(
                [.. Typed("ll"), new BackgroundTold(TerminalBackground.Dark), .. Typed("l"), new PointerInput(1, 2, PointerAction.Click)]);

        [Fact]
        public void Should_be_read_in_two_pieces_wherever_they_part()
        {
            const string Reply = "\e]11;rgb:0000/0000/0000\e\\";
            for (int at = 1; at < Reply.Length; at++)
            {
                InputAssembler parted = new(hasMouse: false, isBackgroundAsked: true);
                Assemble(parted, Reply[..at]).ShouldBeEmpty();
                Assemble(parted, Reply[at..]).ShouldBe([new BackgroundTold(TerminalBackground.Dark)], $"parted at {at}");
            }
        }

        [Fact]
        public void Should_hold_a_bracket_no_longer_once_it_is_known()
        {
            Assemble(assembler, "\e]11;rgb:0000/0000/0000\a");
            Assemble(assembler, "]").ShouldBe(Typed("]"));
        }

        [Fact]
        public void Should_not_be_typed_where_it_cannot_be_understood() =>
            Assemble(assembler, "\e]11;rgb:00").Concat(Assemble(assembler, "l")).ShouldBe(Typed("l"));
    }
}
