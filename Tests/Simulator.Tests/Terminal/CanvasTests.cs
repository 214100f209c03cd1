using System.Text;

namespace Simulator.Terminal;

public class CanvasTests
{
    public class TheWriteMethod
    {
        private readonly Canvas canvas = new(new Size(6, 2));

        [Fact]
        public void Should_give_the_cells_taken()
        {
            canvas.Write(0, 0, "w한").ShouldBe(3);
            canvas.Write(3, 0, "abcdef").ShouldBe(3);
            canvas.ToText().ShouldBe("w한abc\n");
        }

        [Fact]
        public void Should_count_cells_left_of_the_canvas_so_that_the_next_text_follows()
        {
            var column = -3;
            column += canvas.Write(column, 0, "abcd");
            canvas.Write(column, 0, "ef");
            canvas.ToText().ShouldBe("def\n");
        }

        [Theory]
        [InlineData(1, "a  def")]
        [InlineData(2, "ax def")]
        public void Should_blank_the_other_half_of_an_overwritten_wide_character(int column, string expected)
        {
            canvas.Write(0, 0, "a한def");
            canvas.Set(column == 1 ? 2 : 1, 0, column == 1 ? ' ' : 'x');
            canvas.ToText().ShouldBe(expected + "\n");
            canvas.IsContinuation(2, 0).ShouldBeFalse();
        }

        [Fact]
        public void Should_blank_both_halves_that_a_wide_character_covers_in_part()
        {
            canvas.Write(0, 0, "한글자");
            canvas.Write(1, 0, "둘");
            canvas.ToText().ShouldBe(" 둘 자\n");
            canvas.IsContinuation(2, 0).ShouldBeTrue();
            canvas.IsContinuation(3, 0).ShouldBeFalse();
        }

        [Fact]
        public void Should_not_show_half_a_character_at_either_edge()
        {
            canvas.Write(0, 0, "xxxxxx");
            canvas.Write(-1, 0, "한");
            canvas.Write(5, 0, "글");
            canvas.ToText().ShouldBe(" xxxx\n");
            canvas.IsContinuation(0, 0).ShouldBeFalse();
        }

        [Fact]
        public void Should_crop_with_an_ellipsis_to_the_cells_given()
        {
            canvas.Write(0, 0, "역전파", Ink.Text, 5).ShouldBe(5);
            canvas.Write(0, 1, "역전파", Ink.Text, -1).ShouldBe(0);
            canvas.ToText().ShouldBe("역전…\n");
        }

        [Fact]
        public void Should_keep_clusters_and_never_hold_a_control_character()
        {
            canvas.Write(0, 0, "e\u0301\e👨\u200D👩\u200D👧\n");
            canvas[0, 0].ShouldBe("e\u0301");
            canvas[1, 0].ShouldBe("\uFFFD");
            canvas[2, 0].ShouldBe("👨\u200D👩\u200D👧");
            canvas[3, 0].ShouldBe("");
            canvas[4, 0].ShouldBe("\uFFFD");
        }

        [Fact(Timeout = 120_000)]
        public async Task Should_take_any_text_anywhere()
        {
            await Task.Yield();
            int[] columns = [int.MinValue, -3, -1, 0, 1, 2, 5, 6, int.MaxValue];
            foreach (var text in AnyText.Texts(100))
            {
                foreach (var size in new[] { new Size(6, 2), new Size(1, 1), new Size(0, 3), new Size(3, 0) })
                {
                    var any = new Canvas(size);
                    foreach (var column in columns)
                    {
                        foreach (var row in columns)
                        {
                            any.Write(column, row, text);
                        }
                    }

                    foreach (var line in any.ToText().Split('\n'))
                    {
                        line.ShouldBeSafe();
                        CellWidth.Of(line).ShouldBeLessThanOrEqualTo(size.Columns);
                    }
                }
            }
        }
    }

    public class TheFillMethod
    {
        [Fact]
        public void Should_fill_what_lies_on_the_canvas()
        {
            var canvas = new Canvas(new Size(4, 3));
            canvas.Fill(new Region(-1, 1, 3, int.MaxValue), '#');
            canvas.ToText().ShouldBe("\n##\n##");
        }

        [Fact]
        public void Should_fill_with_wide_characters_and_never_half_of_one()
        {
            var canvas = new Canvas(new Size(5, 1));
            canvas.Fill(canvas.Region, 'x');
            canvas.Fill(canvas.Region, new Rune('한'));
            canvas.ToText().ShouldBe("한한");
        }
    }

    public class TheSetMethod
    {
        [Fact]
        public void Should_ignore_positions_outside_and_characters_without_width()
        {
            var canvas = new Canvas(new Size(2, 1));
            foreach (var position in new[] { int.MinValue, -2, -1, 2, int.MaxValue })
            {
                canvas.Set(position, 0, '한');
                canvas.Set(0, position, 'x');
            }

            canvas.Set(0, 0, '\u0301');
            canvas.Set(1, 0, '\e');
            canvas.ToText().ShouldBe(" \uFFFD");
            new Canvas(new Size(0, 1)).Set(-1, 0, '한');
        }
    }

    public class TheRestyleMethod
    {
        [Fact]
        public void Should_change_the_ink_only()
        {
            var canvas = new Canvas(new Size(4, 2));
            canvas.Write(0, 0, "abcd", Ink.Forward);
            canvas.Restyle(new Region(1, 0, 2, 1), Ink.Active);
            canvas.ToText().ShouldBe("abcd\n");
            Enumerable.Range(0, 4).Select(column => canvas.InkAt(column, 0)).ShouldBe([Ink.Forward, Ink.Active, Ink.Active, Ink.Forward]);
            canvas.InkAt(1, 1).ShouldBe(Ink.Text);
        }
    }

    public class TheBoxMethod
    {
        [Fact]
        public void Should_draw_rounded_corners_and_the_title()
        {
            var canvas = new Canvas(new Size(12, 3));
            canvas.Box(canvas.Region, "신경망 w[1,2]");
            canvas.ToText().ShouldBe("╭─ 신경… ──╮\n│          │\n╰──────────╯");
        }

        [Fact]
        public void Should_draw_in_ascii()
        {
            var canvas = new Canvas(new Size(8, 3));
            canvas.Box(canvas.Region, "net", ascii: true);
            canvas.ToText().ShouldBe("+- n… -+\n|      |\n+------+");
        }

        [Fact]
        public void Should_take_any_region()
        {
            int[] numbers = [int.MinValue, -1, 0, 1, 2, 3, 6, int.MaxValue];
            var canvas = new Canvas(new Size(5, 4));
            foreach (var position in numbers)
            {
                foreach (var extent in numbers)
                {
                    Should.NotThrow(() => canvas.Box(new Region(position, position, extent, extent), "제목"));
                }
            }
        }
    }

    public class TheCopyMethod
    {
        [Fact]
        public void Should_not_follow_later_changes()
        {
            var canvas = new Canvas(new Size(3, 1));
            canvas.Write(0, 0, "e\u0301a");
            var copy = canvas.Copy();
            canvas.Write(0, 0, "o\u0301b");
            copy.ToText().ShouldBe("e\u0301a");
        }
    }
}
