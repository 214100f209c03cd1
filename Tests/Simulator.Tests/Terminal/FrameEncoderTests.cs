using System.Text.RegularExpressions;

namespace Simulator.Terminal;

public partial class FrameEncoderTests
{
    [GeneratedRegex(@"\e\[([0-9]+;[0-9]+H|[0-9;]*m|\?2026[hl]|2J)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Known { get; }

    private static Canvas Drawn(int columns, int rows, params string[] lines)
    {
        var canvas = new Canvas(new Size(columns, rows));
        for (var row = 0; row < lines.Length; row++)
        {
            canvas.Write(0, row, lines[row]);
        }

        return canvas;
    }

    public class TheEncodeMethod
    {
        private readonly FrameEncoder encoder = new(new TerminalOptions());

        [Fact]
        public void Should_write_the_first_frame_whole()
        {
            encoder.Encode(Drawn(3, 2, "ab", "한"))
                .ShouldBe("\e[?2026h\e[0m\e[2J\e[1;1Hab \e[2;1H한 \e[?2026l");
        }

        [Fact]
        public void Should_write_only_the_rows_that_changed()
        {
            encoder.Encode(Drawn(2, 3, "a", "b", "c"));
            encoder.Encode(Drawn(2, 3, "a", "x", "c")).ShouldBe("\e[?2026h\e[2;1Hx \e[?2026l");
            encoder.Encode(Drawn(2, 3, "a", "x", "c")).ShouldBe("");
        }

        [Fact]
        public void Should_notice_a_change_of_ink_and_of_a_cluster()
        {
            var canvas = Drawn(2, 2, "e\u0301", "b");
            encoder.Encode(canvas);
            encoder.Encode(Drawn(2, 2, "o\u0301", "b")).ShouldContain("\e[1;1H");
            canvas = Drawn(2, 2, "o\u0301", "b");
            canvas.Restyle(new Region(0, 1, 1, 1), Ink.Active);
            encoder.Encode(canvas).ShouldBe("\e[?2026h\e[2;1H\e[1;7mb\e[0m \e[?2026l");
        }

        [Fact]
        public void Should_not_be_misled_by_a_canvas_drawn_again()
        {
            var canvas = Drawn(2, 1, "a");
            encoder.Encode(canvas);
            canvas.Write(0, 0, "b");
            encoder.Encode(canvas).ShouldContain("b");
        }

        [Fact]
        public void Should_write_all_rows_after_a_resize_and_when_told()
        {
            encoder.Encode(Drawn(2, 2, "a", "b"));
            encoder.Encode(Drawn(3, 2, "a", "b")).ShouldBe("\e[?2026h\e[0m\e[2J\e[1;1Ha  \e[2;1Hb  \e[?2026l");
            encoder.Invalidate();
            encoder.Encode(Drawn(3, 2, "a", "b")).ShouldContain("\e[1;1Ha  \e[2;1Hb");
        }

        [Fact]
        public void Should_change_attributes_only_where_the_ink_changes()
        {
            var canvas = Drawn(4, 1, "abcd");
            canvas.Restyle(new Region(1, 0, 2, 1), Ink.Strong);
            canvas.Restyle(new Region(3, 0, 1, 1), Ink.Forward);
            encoder.Encode(canvas).ShouldContain("\e[1;1Ha\e[1mbc\e[0m\e[36md\e[0m\e[?2026l");
        }

        [Fact]
        public void Should_hold_the_row_in_place_around_characters_terminals_disagree_on() =>
            encoder.Encode(Drawn(3, 1, "❤\uFE0Fx")).ShouldContain("  \e[1;1H❤\uFE0F\e[1;3Hx");

        [Fact]
        public void Should_let_no_sequence_of_the_text_through()
        {
            FrameEncoder[] encoders = [encoder, new FrameEncoder(new TerminalOptions(Ascii: true))];
            foreach (var text in AnyText.Texts(1000))
            {
                var canvas = new Canvas(new Size(30, 2));
                canvas.Write(0, 0, text);
                canvas.Write(0, 1, text, Ink.Bad, 20);
                foreach (var any in encoders)
                {
                    any.Invalidate();
                    Known.Replace(any.Encode(canvas), "").ShouldBeSafe();
                }
            }
        }

        [Fact]
        public void Should_write_symbols_in_ascii_and_leave_the_rest_in_place()
        {
            var ascii = new FrameEncoder(new TerminalOptions(Ascii: true)).Encode(Drawn(27, 1, "╭─│ ∂×−·✓✗σα…▶◀●○█░⣿⁺₅ 손실"));
            Known.Replace(ascii, "").ShouldBe("+-| d*-.+xsa.><*o#:#+5 손실");
        }
    }

    public class TheAttributes
    {
        private static string Encoded(TerminalOptions options)
        {
            var canvas = new Canvas(new Size(1, Enum.GetValues<Ink>().Length));
            foreach (var ink in Enum.GetValues<Ink>())
            {
                canvas.Write(0, (int)ink, "x", ink);
            }

            return new FrameEncoder(options).Encode(canvas).Replace("\e[0m", "");
        }

        [Fact]
        public void Should_name_only_the_sixteen_colours()
        {
            var codes = Attributes(Encoded(new TerminalOptions()));
            codes.ShouldContain(36);
            codes.ShouldAllBe(code => code < 10 || (code >= 30 && code < 38) || (code >= 90 && code < 98));
        }

        [Fact]
        public void Should_have_no_colour_where_none_is_wanted()
        {
            var codes = Attributes(Encoded(new TerminalOptions(NoColor: true)));
            codes.ShouldBe([1, 2, 7], ignoreOrder: true);
        }

        [Fact]
        public void Should_have_none_at_all_on_a_dumb_terminal() => Attributes(Encoded(new TerminalOptions(NoStyle: true))).ShouldBeEmpty();

        private static List<int> Attributes(string encoded) =>
            [.. AttributeSequence.Matches(encoded).SelectMany(match => match.Groups["codes"].Value.Split(';')).Select(int.Parse).Distinct()];

        private static readonly Regex AttributeSequence = new(@"\e\[(?<codes>[0-9;]+)m", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    public class TheAsciiSymbols
    {
        [Fact]
        public void Should_take_as_many_cells_as_what_they_stand_for()
        {
            for (var value = 0x20; value < 0x30000; value++)
            {
                if (System.Text.Rune.IsValid(value))
                {
                    var rune = new System.Text.Rune(value);
                    CellWidth.Of(AsciiSymbols.Map(rune)).ShouldBe(CellWidth.Of(rune), $"U+{value:X4}");
                }
            }
        }

        [Fact]
        public void Should_leave_no_line_or_arrow_and_every_Korean_syllable()
        {
            for (var value = 0x2190; value < 0x2600; value++)
            {
                var rune = new System.Text.Rune(value);
                (AsciiSymbols.Map(rune).IsAscii || CellWidth.Of(rune) == 2).ShouldBeTrue($"U+{value:X4}");
            }

            for (var value = 0xAC00; value <= 0xD7A3; value++)
            {
                AsciiSymbols.Map(new System.Text.Rune(value)).Value.ShouldBe(value);
            }
        }
    }

    public class TheOptions
    {
        private static TerminalOptions From(params (string Name, string Value)[] variables) =>
            TerminalOptions.From(name => variables.FirstOrDefault(variable => variable.Name == name).Value);

        [Fact]
        public void Should_follow_the_environment()
        {
            From().ShouldBe(new TerminalOptions());
            From(("NO_COLOR", "1")).ShouldBe(new TerminalOptions(NoColor: true));
            From(("NO_COLOR", "")).ShouldBe(new TerminalOptions());
            From(("TERM", "dumb")).ShouldBe(new TerminalOptions(NoStyle: true));
            From(("LANG", "ko_KR.EUC-KR")).ShouldBe(new TerminalOptions(Ascii: true));
            From(("LC_ALL", "ko_KR.utf8"), ("LANG", "ko_KR.EUC-KR")).ShouldBe(new TerminalOptions());
            From(("LANG", "C")).ShouldBe(new TerminalOptions());
            From(("LC_ALL", ""), ("LANG", "en_US.ISO-8859-1@euro")).ShouldBe(new TerminalOptions(Ascii: true));
        }

        [Fact]
        public void Should_follow_the_flags() =>
            TerminalOptions.From(static _ => null, ascii: true, noColor: true).ShouldBe(new TerminalOptions(Ascii: true, NoColor: true));
    }
}
