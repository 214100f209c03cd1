using System.Xml.Linq;

namespace Simulator.Terminal;

public class SvgScreenTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Should_place_every_run_of_text_on_its_cells()
    {
        var canvas = new Canvas(new Size(20, 2));
        canvas.Write(1, 1, "역전파 <w5> & x", Ink.Forward);
        var texts = XDocument.Parse(SvgScreen.Write(canvas, "a < b")).Descendants(Svg + "text").ToList();
        texts.Select(text => text.Value).ShouldBe(["역전파", "<w5>", "&", "x"]);
        texts.Select(text => text.Attribute("x")!.Value).ShouldBe(["20.4", "79.2", "121.2", "138"]);
        texts.Select(text => text.Attribute("textLength")!.Value).ShouldBe(["50.4", "33.6", "8.4", "8.4"]);
        texts.ShouldAllBe(text => text.Attribute("fill")!.Value == "#5fc9c9");
    }

    [Fact]
    public void Should_draw_the_background_of_inverted_text()
    {
        var canvas = new Canvas(new Size(5, 1));
        canvas.Write(0, 0, "h1", Ink.Active);
        var document = XDocument.Parse(SvgScreen.Write(canvas, ""));
        document.Descendants(Svg + "rect").Count().ShouldBe(2);
        document.Descendants(Svg + "text").Single().Attribute("font-weight")!.Value.ShouldBe("bold");
    }

    [Fact]
    public void Should_be_well_formed_and_without_scripts_for_any_text()
    {
        foreach (var text in AnyText.Texts(100).Append("]]><script>alert(1)</script>\uFFFE"))
        {
            var canvas = new Canvas(new Size(40, 19));
            foreach (var ink in Enum.GetValues<Ink>())
            {
                canvas.Write((int)ink, (int)ink, text, ink);
            }

            var document = XDocument.Parse(SvgScreen.Write(canvas, text));
            document.Descendants().Select(element => element.Name.LocalName).Distinct().ShouldBeSubsetOf(["svg", "title", "rect", "text"]);
        }
    }
}
